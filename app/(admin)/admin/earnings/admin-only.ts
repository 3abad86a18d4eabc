import { notFound } from 'next/navigation';
import { Refused } from '@/lib/core/refused';

/** What a query refuses, nobody else learns of. */
export async function adminOnly<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}
