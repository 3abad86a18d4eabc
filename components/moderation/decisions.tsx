'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError } from '@/components/ui/form-values';
import { type FormAction, useFormAction } from '@/components/ui/use-form-action';
import type { ErrorWords } from '@/lib/core/error-words';
import { DECISIONS, type Decision, type Made } from './desk';
import type { DeskWords } from './desk-words';
import { Key } from './key';
import { closeReasons, openReasons, Reasons } from './reasons';

interface DecisionsProps {
  /** The form's own id and value: of one item, or of the checkboxes that name it. */
  id: string;
  item?: string;
  /** What was decided before and could not be saved. */
  kept?: Made | undefined;
  can: readonly Decision[];
  action: FormAction;
  back: string;
  words: DeskWords;
  errorWords: ErrorWords;
  decide: (decision: Decision, reason: string, note: string) => void;
}

const OF_REPORTS = [
  ['lower', 'l'],
  ['rebuke', 'h'],
] as const;

/** Approve, keep lower, rebuke, or remove for a reason: a form that works by itself, and that the desk takes over where scripts run. */
export function Decisions({ id, item, kept, can, action, back, words, errorWords, decide }: DecisionsProps) {
  const [answer, run, busy] = useFormAction(action);
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    const decision = DECISIONS.find((one) => one === form.get('decision')) ?? 'remove';
    const reason = decision === 'remove' ? String(form.get('reason') ?? '') : '';
    setMissing(decision === 'remove' && reason === '');
    if (decision !== 'remove' || reason !== '') decide(decision, reason, String(form.get('note') ?? ''));
  };
  const error = missing ? errorWords.fields.required : fieldError(answer, 'reason', errorWords);
  return (
    <form id={id} action={run} onSubmit={send} className="flex flex-wrap items-start gap-2">
      {item ? <input type="hidden" name="item" value={item} readOnly /> : null}
      <input type="hidden" name="back" value={back} readOnly />
      {/* First in the form: Enter sends the first button, and this one asks for a reason. */}
      {can.includes('remove') ? (
        <details
          open={error || kept?.reason ? true : undefined}
          onToggle={(event) => openReasons(event.currentTarget)}
          onKeyDown={closeReasons}
          className="order-2 open:w-full"
        >
          <summary className="button button-danger">
            <span>{words.remove}</span>
            <Key>r</Key>
          </summary>
          <div className="mt-3 grid max-w-[420px] gap-3">
            <Reasons words={words} error={error} kept={kept} />
            <Button kind="danger" name="decision" value="remove" busy={busy} className="justify-self-start">
              {words.removeNow}
            </Button>
          </div>
        </details>
      ) : null}
      {can.includes('approve') ? (
        <Button kind="main" name="decision" value="approve" busy={busy} className="order-1">
          {words.approve}
          <Key>a</Key>
        </Button>
      ) : null}
      {OF_REPORTS.map(([decision, key]) =>
        can.includes(decision) ? (
          <Button key={decision} kind="plain" name="decision" value={decision} busy={busy} className="order-3">
            {words[decision]}
            <Key>{key}</Key>
          </Button>
        ) : null,
      )}
      <div className="order-4 w-full empty:hidden">
        <FormStatus answer={answer} errorWords={errorWords} />
      </div>
    </form>
  );
}
