'use client';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { FormStatus } from '@/components/ui/form-status';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import type { Answer } from '@/lib/core/answer';
import { QUICK } from '@/lib/core/quick-forms';
import { SignInHint } from './sign-in-hint';
import { useDiscussion } from './words';

type Value = 1 | -1 | 0;

interface VotesContext {
  answer: Answer<unknown>;
  /** The comment that the answer is about. */
  answered: string | undefined;
  /** Votes of this visit, shown as soon as they are given; those that were refused are taken out again. */
  cast: Readonly<Record<string, Value>>;
}

const FORM = 'votes';
const Context = createContext<VotesContext | null>(null);

/** The one form that every vote of a thread is sent with; a form for each comment would be half of the page. */
export function Votes({ children }: { children: ReactNode }) {
  const { vote } = useDiscussion();
  const [answer, run] = useRefreshingAction(vote, QUICK.vote);
  const [cast, setCast] = useState<Readonly<Record<string, Value>>>({});
  useEffect(() => {
    const id = votedIn(answer);
    if (id !== undefined) setCast(({ [id]: _, ...others }) => others);
  }, [answer]);
  const send = (form: FormData) => {
    const [id = '', value] = String(form.get('vote')).split(' ');
    setCast((before) => ({ ...before, [id]: Number(value) as Value }));
    run(form);
  };
  return (
    <Context value={{ answer, answered: votedIn(answer), cast }}>
      {/* Until scripts run the action is the form's own. */}
      <form id={FORM} action={typeof window === 'undefined' ? run : send} />
      {children}
    </Context>
  );
}

// Another vote may be under way by now: the answer itself says which one was refused.
const votedIn = (answer: Answer<unknown>): string | undefined =>
  answer.kind === 'refused' || answer.kind === 'bug' ? answer.typed.vote?.split(' ')[0] : undefined;

interface VoteProps {
  id: string;
  ups: number;
  downs: number;
  own: boolean;
}

export function Vote({ id, ups, downs, own }: VoteProps) {
  const { words } = useDiscussion();
  const votes = useContext(Context);
  const viewer = useViewer();
  const known = viewer?.votes[id] ?? 0;
  const mine = votes?.cast[id] ?? known;
  // The counts of the page hold the vote that this person had when it came.
  const counted = useRef({ ups, downs, mine: known, viewer });
  if (counted.current.ups !== ups || counted.current.downs !== downs || counted.current.viewer === null)
    counted.current = { ups, downs, mine: known, viewer };
  const step = (value: 1 | -1) => Number(mine === value) - Number(counted.current.mine === value);
  return (
    <>
      <VoteButton id={id} label={words.up} value={1} mine={mine} count={ups + step(1)} disabled={own} />
      <VoteButton id={id} label={words.down} value={-1} mine={mine} count={downs + step(-1)} disabled={own} />
    </>
  );
}

/** What became of the last vote, beside the comment that it was about. */
export function VoteAnswer({ id }: { id: string }) {
  const { errorWords } = useDiscussion();
  const votes = useContext(Context);
  if (votes?.answered !== id) return null;
  return (
    <>
      <FormStatus answer={votes.answer} errorWords={errorWords} />
      <SignInHint answer={votes.answer} />
    </>
  );
}

interface VoteButtonProps {
  id: string;
  label: string;
  value: 1 | -1;
  mine: Value;
  count: number;
  disabled: boolean;
}

// Pressed again it takes the vote back.
function VoteButton({ id, label, value, mine, count, disabled }: VoteButtonProps) {
  const pressed = mine === value;
  return (
    <button
      type="submit"
      form={FORM}
      name="vote"
      value={`${id} ${pressed ? 0 : value}`}
      aria-pressed={pressed}
      aria-label={`${label} (${count})`}
      disabled={disabled}
    >
      <span aria-hidden="true">{value === 1 ? '▲' : '▼'}</span>
      {count > 0 ? count : ''}
    </button>
  );
}
