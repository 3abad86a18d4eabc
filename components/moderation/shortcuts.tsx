'use client';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import type { DeskWords } from './desk-words';

/** What each key does; Escape closes it. */
export function Shortcuts({ words, dialog }: { words: DeskWords; dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <>
      <Button type="button" kind="ghost" onClick={() => dialog.current?.showModal()}>
        {words.shortcuts}
        <span aria-hidden="true" className="rounded border border-edge px-1.5 font-sans text-[13px] leading-5">
          ?
        </span>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="shortcuts-title"
        className="m-auto w-[min(420px,calc(100vw-32px))] rounded-[14px] border border-line bg-raised p-5 text-ink backdrop:bg-black/40"
      >
        <h2 id="shortcuts-title" className="font-semibold text-lg">
          {words.shortcuts}
        </h2>
        <dl className="my-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
          {words.keys.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="inline-block min-w-7 rounded border border-edge px-1.5 text-center font-sans text-[13px] leading-6">
                  {key}
                </kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <Button kind="plain">{words.close}</Button>
        </form>
      </dialog>
    </>
  );
}
