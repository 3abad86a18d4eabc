'use client';
import { Button } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/form-status';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';

export interface AskWords {
  title: string;
  what: string;
  who: string;
  free: string;
  yes: string;
  no: string;
  more: string;
}

interface AskProps {
  run: (form: FormData) => void;
  busy: boolean;
  answer: Answer<unknown>;
  errorWords: ErrorWords;
  words: AskWords;
}

/** Whether reading may be measured: yes and no weigh the same. */
export function Ask({ run, busy, answer, errorWords, words }: AskProps) {
  return (
    <section className="no-print mt-10 rounded-[14px] border border-line bg-raised px-6 py-5">
      <h2 className="font-semibold text-[17px]">{words.title}</h2>
      <p className="mt-2 text-sm text-soft">{words.what}</p>
      <p className="mt-2 text-sm text-soft">{words.who}</p>
      <p className="mt-2 text-sm">{words.free}</p>
      <form action={run} className="mt-4 flex flex-wrap items-center gap-3">
        <Button name="on" value="1" busy={busy}>
          {words.yes}
        </Button>
        <Button name="on" value="0" busy={busy}>
          {words.no}
        </Button>
        <a className="link inline-flex min-h-11 items-center text-sm" href="/settings#reading">
          {words.more}
        </a>
      </form>
      <FormStatus answer={answer} errorWords={errorWords} />
    </section>
  );
}
