'use client';
import { useEffect, useState } from 'react';

/** A key for one sending of a form. Empty until the browser fills it, so that the page is the same bytes for everyone. `of` changing makes a new one. */
export function SubmissionKey({ of = '' }: { of?: string }) {
  const [key, setKey] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `of` is a new form
  useEffect(() => setKey(crypto.randomUUID()), [of]);
  return <input type="hidden" name="submissionKey" value={key} readOnly />;
}
