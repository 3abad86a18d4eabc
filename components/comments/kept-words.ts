// What was typed and is not sent yet, on this device: by thread, comment and person, so that who uses it next does not read it.
const BEGINS = 'comment ';

/** `memberId` is empty for a guest. */
export const placeOf = (postId: string, parentId = '', memberId = ''): string => `${BEGINS}${postId} ${parentId} ${memberId}`;

export function keepWords(place: string, words: string): void {
  try {
    if (words === '') localStorage.removeItem(place);
    else localStorage.setItem(place, words);
  } catch {
    // A browser that keeps nothing.
  }
}

export function keptWords(place: string): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

/** What is kept at `from` goes to `to`, behind what was there already; answers with what is there now. */
export function moveWords(from: string, to: string): string {
  const words = keptWords(from);
  if (from === to || words === '') return keptWords(to);
  const before = keptWords(to);
  const all = before === '' || before === words ? words : `${before}\n\n${words}`;
  keepWords(from, '');
  keepWords(to, all);
  return all;
}

/** Forgets what anybody typed here. */
export function forgetAll(): void {
  try {
    for (const place of Object.keys(localStorage)) if (place.startsWith(BEGINS)) localStorage.removeItem(place);
  } catch {
    // As above.
  }
}
