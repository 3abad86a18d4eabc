/** Letters of a text that are looked at; whoever writes on has said enough. */
const MOST_READ = 5_000;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * A text as it is meant to be seen, its case kept: full-width and styled letters are plain ones (NFKC), invisible signs, Arabic
 * vowel marks and lengthening strokes are gone, entities of pasted markup are what they stand for. At most 5,000 UTF-16 units are read.
 */
export function folded(text: string): string {
  return text
    .slice(0, MOST_READ)
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\u0640\u064b-\u065f\u0670]/gu, '');
}
