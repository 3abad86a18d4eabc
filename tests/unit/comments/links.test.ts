import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handle } from '@/lib/accounts/schema';
import { mentionsIn, parseMarkup } from '@/lib/comments/markup';
import { countLinks } from '@/lib/screening/text-facts';
import { PIECES } from './pieces';
import { em, line, link, named, strong } from './tree';

describe('Ines links', () => {
  const a = 'https://town.example/a';
  test.each([
    [`see [the **map**](${a}).`, ['see ', link(a, 'the ', strong('map')), '.']],
    [`*[map](${a})*`, [em(link(a, 'map'))]],
    [`[a *b](${a}) c*`, [link(a, 'a *b'), ' c*']],
    [`[a [b](${a}) c](${a})`, ['[a ', link(a, 'b'), ' c](', link(a), ')']],
    ['[map](https://town.example/b_(c))', [link('https://town.example/b_(c)', 'map')]],
    [`![a picture](${a})`, [link(a, 'a picture')]],
    [`![](${a}) [\u200b](${a})`, [link(a), ' ', link(a)]],
    [`[${a}](${a})`, [link(a)]],
    [`[![alt](${a})](${a}/b)`, ['[', link(a, 'alt'), '](', link(`${a}/b`), ')']],
    [`@[map](${a})`, ['@', link(a, 'map')]],
  ])('with words: %s', (text, expected) => expect(line(text)).toEqual(expected));

  test.each([
    [`${a}.`, [link(a), '.']],
    [`(${a})`, ['(', link(a), ')']],
    [`(see ${a}!), or`, ['(see ', link(a), '!), or']],
    [`"${a}"`, ['"', link(a), '"']],
    [`**${a}** or _${a}_`, [strong(link(a)), ' or ', em(link(a))]],
    ['https://town.example/b_(c), and', [link('https://town.example/b_(c)'), ', and']],
    [`**${a}**,b`, [strong(link(a)), ',b']],
    ['HTTP://TOWN.example', [link('HTTP://TOWN.example')]],
    ['https://town.example/*/x?a=1&b=[2]#c', [link('https://town.example/*/x?a=1&b=[2]#c')]],
    [`见${a}，然后`, ['见', link(a), '，然后']],
    [`انظر ${a}، ثم`, ['انظر ', link(a), '، ثم']],
    ['https://vi.example/Đà_Nẵng', [link('https://vi.example/Đà_Nẵng')]],
    [`<${a}>`, ['<', link(a), '>']],
  ])('bare: %s', (text, expected) => expect(line(text)).toEqual(expected));

  test('words that are one address never lead to another', () => {
    expect(line('[https://bank.example](https://evil.example)')).toEqual([
      '[',
      link('https://bank.example'),
      '](',
      link('https://evil.example'),
      ')',
    ]);
  });

  test.each([
    'https://',
    'https://...',
    'https://-x',
    'https://[a]/b',
    'xhttps://town.example',
    'https://bank.example@evil.example',
    'https://user:word@evil.example/',
    '[a](https://bank.example@evil.example)',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a]( javascript:alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](\u0001javascript:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](//evil.example)',
    '[a](/settings)',
    '[a](http\u017f://evil.example)',
    'http\u017f://evil.example',
    '[a](https:evil.example)',
    '[a](ftp://evil.example)',
    'ftp://evil.example',
    '[a](https:\\evil.example)',
    'https://\\evil.example',
    '[a] (b)',
    '[a][b]',
    '[ ] to do',
  ])('nowhere by %j', (text) => expect(line(text)).toEqual([text]));

  test('a control character or a mark of direction ends an address', () => {
    for (const sign of ['\u0000', '\u0007', '\u202e', '\u200b', '\ud800']) {
      expect(line(`${a}${sign}b`)).toEqual([link(a), `${sign}b`]);
      expect(JSON.stringify(line(`[x](${a}${sign}b)`))).toContain(`"href":"${a}"`);
    }
  });
});

describe('Lan names someone', () => {
  test.each([
    ['@minh hello', [named('@minh'), ' hello']],
    ['thanks, @Minh-Tran!', ['thanks, ', named('@Minh-Tran'), '!']],
    ['(@minh)', ['(', named('@minh'), ')']],
    ['@minh.', [named('@minh'), '.']],
    ['@minh’s', [named('@minh'), '’s']],
    ['@minh- yes', [named('@minh'), '- yes']],
    ['**@minh** *@lan*', [strong(named('@minh')), ' ', em(named('@lan'))]],
    ['你好@minh，谢谢', ['你好', named('@minh'), '，谢谢']],
    ['@minh님', [named('@minh'), '님']],
    ['و@minh أيضًا', ['و', named('@minh'), ' أيضًا']],
    ['👋@minh', ['👋', named('@minh')]],
  ])('%s', (text, expected) => expect(line(text)).toEqual(expected));

  test.each([
    'minh@town.example',
    'minh.tran@town.example',
    'nhé@minh',
    '@minhệ',
    '@minh_tran',
    '@minh@other.example',
    '@town.example',
    '@scope/package',
    'town.example/@minh',
    '@',
    '@@minh',
    '@-minh',
    '@m',
    '@ minh',
    `@${'m'.repeat(40)}`,
    '@moderator',
  ])('and nobody by %s', (text) => expect(line(text)).toEqual([text]));

  test('whom a text names: each once, in small letters, in order, not in code, in addresses or in what is quoted', () => {
    const text = '@Lan and **@minh**\n- @omar\n  - @ines\n\n@LAN `@code` https://town.example/@path\n> @quoted\n\n```\n@fenced\n```';
    expect(mentionsIn(text)).toEqual(['lan', 'minh', 'omar', 'ines']);
  });

  test('ten people at most', () => {
    const names = Array.from({ length: 12 }, (_, nth) => `member-${nth}`);
    expect(mentionsIn(names.map((name) => `@${name}`).join(' '))).toEqual(names.slice(0, 10));
  });

  test('every name is one that somebody could have', () => {
    const [first = '', last = ''] = mentionsIn(`@0a @${'Z'.repeat(39)}`);
    expect(handle.parse(first)).toBe('0a');
    expect(handle.parse(last)).toBe('z'.repeat(39));
  });
});

/** Links that a reader could press. */
const linksIn = (part: unknown): number =>
  typeof part !== 'object' || part === null
    ? 0
    : Number('kind' in part && part.kind === 'link') + Object.values(part).reduce((sum: number, one) => sum + linksIn(one), 0);

test('screening counts every link that is shown, whatever stands around it', () => {
  for (const hidden of ['_https://a.example_', '__https://a.example', '[x](_https://a.example)'])
    expect([hidden, countLinks(hidden) >= linksIn(parseMarkup(hidden))]).toEqual([hidden, true]);
  const words = fc.array(fc.constantFrom(...PIECES, 'x', '1', '_', 'HTTPS://b.example', 'www.c.example'), { maxLength: 12 });
  fc.assert(
    fc.property(words, (pieces) => countLinks(pieces.join('')) >= linksIn(parseMarkup(pieces.join('')))),
    { numRuns: 3_000 },
  );
});
