'use client';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/components/ui/use-form-action';
import type { ErrorWords } from '@/lib/core/error-words';
import { Decisions } from './decisions';
import type { Decision, DeskEntry, Made, Standing } from './desk';
import { type DeskWords, filled } from './desk-words';
import { Key } from './key';

interface EntryProps {
  entry: DeskEntry;
  standing: Standing;
  seen: string;
  looking: string;
  picked: boolean;
  current: boolean;
  action: FormAction;
  back: string;
  words: DeskWords;
  errorWords: ErrorWords;
  look: () => void;
  pick: () => void;
  decide: (decision: Decision, reason: string, note: string) => void;
  undo: (made: Made) => void;
}

/** One item of the desk: the comment with its decisions, or one line that says what was decided. */
export function Entry({ entry, standing, seen, looking, picked, current, ...rest }: EntryProps) {
  const { words } = rest;
  if (standing.kind !== 'waiting') return <Folded entry={entry} standing={standing} words={words} undo={rest.undo} />;
  const item = `${entry.id}.${entry.revision}.${seen}`;
  return (
    <li id={`q-${entry.id}`} data-standing="waiting">
      <article
        aria-label={entry.label}
        tabIndex={-1}
        onFocus={rest.look}
        aria-current={current || undefined}
        className={classes(
          'scroll-mt-20 scroll-mb-28 grid gap-4 rounded-[14px] border bg-raised p-4 sm:p-5',
          current ? 'border-edge' : 'border-line',
        )}
      >
        {looking ? <Notice tone="amber">{looking}</Notice> : null}
        {standing.error ? <Notice tone="bad">{standing.error}</Notice> : null}
        {entry.content}
        {entry.can.length > 0 ? (
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-t pt-4">
            <div className="min-w-0 grow">
              <Decisions
                id={`d-${entry.id}`}
                item={item}
                kept={standing.kept}
                can={entry.can}
                action={rest.action}
                back={rest.back}
                words={words}
                errorWords={rest.errorWords}
                decide={rest.decide}
              />
            </div>
            <label className="flex min-h-11 items-center gap-2 text-sm text-soft">
              <input
                type="checkbox"
                name="item"
                value={item}
                form="bulk"
                checked={picked}
                onChange={rest.pick}
                className="size-5 flex-none"
              />
              {words.select}
              <Key>x</Key>
            </label>
          </div>
        ) : null}
      </article>
    </li>
  );
}

interface FoldedProps {
  entry: DeskEntry;
  standing: Exclude<Standing, { kind: 'waiting' }>;
  words: DeskWords;
  undo: (made: Made) => void;
}

function Folded({ entry, standing, words, undo }: FoldedProps) {
  const reason = standing.kind === 'told' ? '' : words.reasons.find(({ value }) => value === standing.made.reason)?.label;
  return (
    <li
      id={`q-${entry.id}`}
      data-standing={standing.kind}
      className="flex min-h-13 items-center gap-3 rounded-[14px] border border-line px-4 py-1 text-sm text-soft"
    >
      {standing.kind === 'told' ? (
        <span className="grow py-2" dir="auto">
          {entry.name}: {standing.said}
        </span>
      ) : (
        <>
          <span className="min-w-0 grow" dir="auto">
            {filled(words.made[standing.made.decision], { name: entry.name })}
            {reason ? ` · ${reason}` : ''}
            {standing.kind === 'sending' ? <span className="text-faint"> · {words.sending}</span> : null}
            {standing.kind === 'done' && standing.error ? <span className="text-bad"> · {standing.error}</span> : null}
          </span>
          <Button type="button" kind="ghost" onClick={() => undo(standing.made)}>
            {words.undo}
          </Button>
        </>
      )}
    </li>
  );
}
