import { cache } from 'react';
import { type BlogFound, blogPage } from '@/lib/blogs/queries';

/** The handle in `/@handle`; null for any other address. */
export function handleIn(segment: string): string | null {
  const plain = decoded(segment);
  return plain.startsWith('@') && plain.length > 1 ? plain.slice(1) : null;
}

export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

export const blogAt = cache(async (segment: string): Promise<BlogFound> => {
  const handle = handleIn(segment);
  return handle === null || handle.includes('\0') ? null : blogPage(handle);
});
