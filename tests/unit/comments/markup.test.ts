import { describe, expect, test } from 'vitest';
import { parseMarkup, plainText } from '@/lib/comments/markup';
import { code, em, item, line, list, numbered, p, quote, strong } from './tree';

describe('Minh stresses words', () => {
  test.each([
    ['a **bold** word', ['a ', strong('bold'), ' word']],
    ['*slanted* and _slanted_', [em('slanted'), ' and ', em('slanted')]],
    ['***both***', [em(strong('both'))]],
    ['**bold with *a turn* in it**', [strong('bold with ', em('a turn'), ' in it')]],
    ['**bold *both***', [strong('bold ', em('both'))]],
    ['**over\ntwo lines**', [strong('over\ntwo lines')]],
    ['**重要。**然后', [strong('重要。'), '然后']],
    ['这是*重要*的', ['这是', em('重要'), '的']],
    ['**Rất quan trọng** nhé', [strong('Rất quan trọng'), ' nhé']],
    ['**مهم جدًا** يا صديقي', [strong('مهم جدًا'), ' يا صديقي']],
    ['**👩‍👩‍👧**', [strong('👩‍👩‍👧')]],
  ])('%s', (text, expected) => expect(line(text)).toEqual(expected));

  test.each([
    'snake_case_name',
    '𠀀_b_',
    'كلمة_كلمة_كلمة',
    '__init__',
    '2*3*4',
    '2 ** 3 ** 4',
    'a * b * c',
    '5* hotel, 4* food',
    '**never closed',
    '*never closed',
    'closed only**',
    '****',
    '* *',
    '(ツ)_/',
  ])('and means nothing by %s', (text) => expect(line(text)).toEqual([text]));

  test('of several beginnings the last one counts', () => {
    expect(line('*a *b*')).toEqual(['*a ', em('b')]);
    expect(line('*a **b *c* d**')).toEqual(['*a ', strong('b ', em('c'), ' d')]);
  });

  test('crossed marks make the one that ends first', () => {
    expect(line('**a *b** c*')).toEqual([strong('a *b'), ' c*']);
  });

  test('a backslash makes a sign a letter, and is itself one anywhere else', () => {
    expect(line('\\*plain\\* \\[a\\](b) \\`c\\` \\@minh \\\\')).toEqual(['*plain* [a](b) `c` @minh \\']);
    expect(line('C:\\Users')).toEqual(['C:\\Users']);
    expect(line('at the end \\')).toEqual(['at the end \\']);
    expect(line('1\\. not a list')).toEqual(['1. not a list']);
    expect(line('\\> not a quote')).toEqual(['> not a quote']);
    expect(line('\\- not an item')).toEqual(['- not an item']);
  });
});

describe('Ines shows code', () => {
  test.each([
    ['run `npm **start** @minh`', ['run ', code('npm **start** @minh')]],
    ['`` a ` b ``', [code('a ` b')]],
    ['` `` `', [code('``')]],
    ['`never closed', ['`never closed']],
    ['``unequal`', ['``unequal`']],
    ['*a `b* c`', ['*a ', code('b* c')]],
    ['`\\`', [code('\\')]],
  ])('in a line: %s', (text, expected) => expect(line(text)).toEqual(expected));

  test.each([
    ['```\na  b\n\n  > c\n```', { kind: 'code', language: '', text: 'a  b\n\n  > c' }],
    ['```ts\nlet x;\n```', { kind: 'code', language: 'ts', text: 'let x;' }],
    ['```const a = 1;\nb\n```', { kind: 'code', language: '', text: 'const a = 1;\nb' }],
    ['````\n```\n````', { kind: 'code', language: '', text: '```' }],
    ['  ```\n    in\n  ```', { kind: 'code', language: '', text: '  in' }],
    ['```\nnever closed\n@minh', { kind: 'code', language: '', text: 'never closed\n@minh' }],
  ])('in a block: %j', (text, expected) => expect(parseMarkup(text)).toEqual([expected]));

  test('fenced on one line it is code in a line', () => expect(line('```npm start```')).toEqual([code('npm start')]));

  test('between two paragraphs, without an empty line', () => {
    expect(parseMarkup('before\n```\nx\n```\nafter')).toEqual([p('before'), { kind: 'code', language: '', text: 'x' }, p('after')]);
  });
});

describe('Lan quotes', () => {
  test('what she answers, and answers in the next line', () => {
    expect(parseMarkup('> said\n> **so**\nI doubt it')).toEqual([quote(p('said\n', strong('so'))), p('I doubt it')]);
  });

  test('quotes within quotes', () => {
    expect(parseMarkup('> > first\n>\n> second')).toEqual([quote(quote(p('first')), p('second'))]);
  });

  test('a list and code', () => {
    expect(parseMarkup('> - a\n> - b\n> ```\n> c\n> ```')).toEqual([
      quote(list(item('a'), item('b')), { kind: 'code', language: '', text: 'c' }),
    ]);
  });

  test('never deeper than four, and loses no word', () => {
    const deep = quote(quote(quote(quote(p('deep')))));
    expect(parseMarkup('> > > > deep')).toEqual([deep]);
    expect(parseMarkup(`${'>'.repeat(500)} deep`)).toEqual([deep]);
  });

  test.each(['>:(', '>= 5', '>_<', '->', 'a > b'])('and means nothing by %s', (text) => expect(line(text)).toEqual([text]));
});

describe('Omar makes a list', () => {
  test.each([
    ['- a\n- b', [list(item('a'), item('b'))]],
    ['* a\n+ b', [list(item('a'), item('b'))]],
    ['3. a\n4. b', [numbered(3, item('a'), item('b'))]],
    ['1) a\n\n2) b', [numbered(1, item('a'), item('b'))]],
    ['- a\n  - b\n  - c\n- d', [list(item('a', list(item('b'), item('c'))), item('d'))]],
    ['1. a\n   - b', [numbered(1, item('a', list(item('b'))))]],
    ['- a\n  - b\n    - c', [list(item('a', list(item('b'), item('c'))))]],
    ['- a\n  goes on', [list(item('a\ngoes on'))]],
    ['- a\nnext', [list(item('a')), p('next')]],
    ['- a\n1. b', [list(item('a')), numbered(1, item('b'))]],
    ['Bring:\n- a', [p('Bring:'), list(item('a'))]],
    ['Do:\n1. a', [p('Do:'), numbered(1, item('a'))]],
    ['- a\n  ```\n  c\n  ```', [list(item('a')), { kind: 'code', language: '', text: 'c' }]],
  ])('%j', (text, expected) => expect(parseMarkup(text)).toEqual(expected));

  test.each(['-', '-5 degrees', '- - -', '* * *', '1986. A good year.', 'It was the year\n86. They said so.', '1.5 is more', '#1'])(
    'and means nothing by %j',
    (text) => expect(line(text)).toEqual([text]),
  );
});

describe('a text', () => {
  test('keeps its lines and paragraphs, whatever ends them', () => {
    const paragraphs = [p('one\ntwo'), p('three')];
    for (const text of ['one\ntwo\n\nthree', 'one\r\ntwo\r\n\r\nthree', 'one\rtwo\r\rthree', '\n\none\ntwo\n \t\n\n\nthree\n'])
      expect(parseMarkup(text)).toEqual(paragraphs);
  });

  test('of nothing is nothing', () => {
    expect(parseMarkup('')).toEqual([]);
    expect(parseMarkup(' \n\t\n')).toEqual([]);
  });

  test('that is HTML stays text', () => {
    const text = '<img src=x onerror=alert(1)> &lt;b&gt; <script>x</script>';
    expect(line(text)).toEqual([text]);
  });

  test('without its markup', () => {
    const text = 'a **b** [c](https://d.example) @Minh\nnext\n> quoted\n\n1. e\n   - f\n2. `g`\n\n```ts\nh\n```';
    expect(plainText(parseMarkup(text))).toBe('a b c @Minh\nnext\n\nquoted\n\ne\nf\ng\n\nh');
  });
});
