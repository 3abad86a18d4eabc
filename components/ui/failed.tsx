'use client';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { EmptyState } from './empty-state';

/** Shown in place of a part that failed. Its words lie in the page, because an error boundary gets no props of ours. */
export function Failed({ reset }: { reset: () => void }) {
  const [words, setWords] = useState({ title: '', text: '', again: '' });
  useEffect(() => {
    const { title = '', text = '', again = '' } = document.getElementById('failed-words')?.dataset ?? {};
    setWords({ title, text, again });
  }, []);
  return (
    <main className="mx-auto max-w-[680px] px-5 py-10">
      <EmptyState title={words.title}>
        <p>{words.text}</p>
        <Button type="button" onClick={reset}>
          {words.again}
        </Button>
      </EmptyState>
    </main>
  );
}
