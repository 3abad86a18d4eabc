const MAX = 80;

/** An address out of a title: small letters of any script, digits and hyphens. Empty when the title has none of them. */
export function slugOf(title: string): string {
  const folded = title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    // Latin letters lose their marks; other scripts need theirs.
    .replace(/\p{Script=Latin}\p{M}*/gu, (letters) => letters.normalize('NFD').replace(/\p{M}/gu, ''));
  const words = folded.replace(/['’]/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return Array.from(words.replace(/^-+|-+$/g, ''))
    .slice(0, MAX)
    .join('')
    .replace(/-+$/, '');
}
