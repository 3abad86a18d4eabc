/** What was typed and is not saved yet, on this device. */
export interface KeptCopy {
  title: string;
  standfirst: string;
  document: object | null;
}

const place = (postId: string): string => `draft ${postId}`;

export function keepCopy(postId: string, copy: KeptCopy): void {
  try {
    localStorage.setItem(place(postId), JSON.stringify(copy));
  } catch {
    // A browser that keeps nothing, or a full one.
  }
}

export function keptCopy(postId: string): KeptCopy | null {
  try {
    const text = localStorage.getItem(place(postId));
    return text ? (JSON.parse(text) as KeptCopy) : null;
  } catch {
    return null;
  }
}

export function forgetCopy(postId: string): void {
  try {
    localStorage.removeItem(place(postId));
  } catch {
    // As above.
  }
}
