import type { Example } from '@/lib/relevance/learned/example';
import type { Decision } from '@/lib/relevance/learned/retrain';

const PEOPLE = ['sade', 'omar', 'linh'];
const GOOD = ['The scale on the quay is older', 'I read the ledger twice', 'My mother baked this bread', 'Your figures for March differ'];
const MORE = ['than the crane', 'and still disagree', 'in the old hall', 'from the report', 'before the flood'];
const BAD = ['Subscribe to my channel', 'Earn $300 a day', 'Cheap followers here', 'Win a free phone'];
const LURE = ['http://win.example/r/1', 'message me now', 'I sub back!!!', 'WHATSAPP +1 555 010 7788', 'link in my profile'];

export const comment = (text: string, over: Partial<Example> = {}): Example => ({
  text,
  language: 'en',
  repeats: 0,
  similarity: null,
  accountDays: null,
  ...over,
});

const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';

/** So many decisions of each kind, one after the other, by three moderators of the town in turn. */
export function decisions(ofEach: number, over: Partial<Example> = {}): (Decision & { unwanted: boolean })[] {
  return Array.from({ length: 2 * ofEach }, (_, at) => {
    const unwanted = at % 2 === 1;
    const nth = Math.floor(at / 2);
    const [start, end] = unwanted ? [BAD, LURE] : [GOOD, MORE];
    const text = `${pick(start, nth)} ${pick(end, Math.floor(nth / 4))} ${unwanted ? nth : `page ${nth}`}`;
    return { ...comment(text, over), commentId: `${over.language ?? 'en'} ${at}`, unwanted, moderatorId: pick(PEOPLE, at) };
  });
}
