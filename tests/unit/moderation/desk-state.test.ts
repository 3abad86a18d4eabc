import { expect, test } from 'vitest';
import { type Desk, type DeskEntry, emptyDesk, type Made, standingOf } from '@/components/moderation/desk';
import { after, type Step } from '@/components/moderation/desk-state';

const entry = (id: string): DeskEntry => ({ id, revision: 1, seen: '', name: id, label: id, can: ['approve', 'remove'], content: null });
const made = (batchId: string, ids: string[], more: Partial<Made> = {}): Made => ({
  batchId,
  ids,
  decision: 'approve',
  reason: '',
  note: '',
  ...more,
});
const decide = (one: Made): Step => ({ do: 'decide', made: one, said: '' });
const desk = (ids: string[], cursor: string | null = null) => emptyDesk({ entries: ids.map(entry), cursor });
const play = (start: Desk, steps: Step[]) => steps.reduce(after, start);
const kinds = (now: Desk) => now.entries.map(({ id }) => standingOf(now, id).kind);

test('a decision that could not be saved waits again with its reason and its words, and cannot be undone', () => {
  const one = made('b1', ['mai', 'teo'], { decision: 'remove', reason: 'unkind', note: 'Read it aloud.' });
  const now = play(desk(['mai', 'teo', 'pavel']), [
    decide(one),
    {
      do: 'answered',
      batchId: 'b1',
      told: [
        { id: 'mai', kind: 'unsent', said: 'Away.' },
        { id: 'teo', kind: 'done', seen: 'e1' },
      ],
    },
  ]);
  expect(standingOf(now, 'mai')).toMatchObject({ kind: 'waiting', error: 'Away.', kept: { reason: 'unkind', note: 'Read it aloud.' } });
  expect(kinds(now)).toEqual(['waiting', 'done', 'waiting']);
  expect(now.made.map(({ ids }) => ids)).toEqual([['teo']]);
  expect(now.focus).toBe('pavel');
  expect(now.said).toBe('Away.');
});

test('what comes back after the last one takes the focus', () => {
  const now = play(desk(['mai']), [
    decide(made('b1', ['mai'])),
    { do: 'answered', batchId: 'b1', told: [{ id: 'mai', kind: 'failed', said: 'No.' }] },
  ]);
  expect(now.focus).toBe('mai');
});

test('the answer to a decision that was undone meanwhile changes nothing', () => {
  const one = made('b1', ['mai']);
  const now = play(desk(['mai', 'teo']), [
    decide(one),
    { do: 'undo', made: one, said: '' },
    { do: 'answered', batchId: 'b1', told: [{ id: 'mai', kind: 'done', seen: 'e1' }] },
    { do: 'undone', told: [{ id: 'mai', kind: 'done', seen: 'e2' }] },
  ]);
  expect(standingOf(now, 'mai')).toEqual({ kind: 'waiting' });
  expect(now.seen.mai).toBe('e2');
  expect(now.focus).toBe('mai');
});

test('where nobody answers an undoing the decision stands, and can be undone again', () => {
  const one = made('b1', ['mai']);
  const now = play(desk(['mai', 'teo']), [
    decide(one),
    { do: 'answered', batchId: 'b1', told: [{ id: 'mai', kind: 'done', seen: 'e1' }] },
    { do: 'undo', made: one, said: '' },
    { do: 'undone', told: [{ id: 'mai', kind: 'unsent', said: 'Away.' }] },
  ]);
  expect(standingOf(now, 'mai')).toMatchObject({ kind: 'done', error: 'Away.' });
  expect(now.made.map(({ batchId }) => batchId)).toEqual(['b1']);
});

test('the next items stand under the first, once each; whoever was at the end goes on with them', () => {
  const more: Step = { do: 'further', entries: ['teo', 'pavel'].map(entry), cursor: null };
  const reading = play(desk(['mai', 'teo'], 'c'), [more]);
  expect(reading.entries.map(({ id }) => id)).toEqual(['mai', 'teo', 'pavel']);
  expect([reading.focus, reading.turn, reading.cursor]).toEqual(['mai', 0, null]);
  const ended = play(desk(['mai'], 'c'), [decide(made('b1', ['mai'])), more]);
  expect([ended.focus, ended.turn]).toEqual(['teo', 2]);
});

test('another’s decision folds what waits, not what was decided here', () => {
  const now = play(desk(['mai', 'teo']), [
    decide(made('b1', ['mai'])),
    {
      do: 'polled',
      all: ['mai', 'teo'].map((id) => ({ id, looking: '', decision: { id: 'e9', undone: false, said: 'Ada approved it.' } })),
    },
  ]);
  expect(kinds(now)).toEqual(['sending', 'told']);
});
