'use client';
import type { FormAction } from '@/components/ui/use-form-action';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import type { ErrorWords } from '@/lib/core/error-words';
import { Ask, type AskWords } from './ask';
import { Line, type LineWords } from './line';

export interface ReadingProps {
  postId: string;
  language: string;
  action: FormAction;
  errorWords: ErrorWords;
  words: { ask: AskWords; line: LineWords; said: string };
}

/**
 * What a post's page says of measuring, to who is signed in: the question, once; then the day's reading, quietly; nothing to whoever
 * said no. Nothing of it is in the page that everyone is sent.
 */
export function Reading({ postId, language, action, errorWords, words }: ReadingProps) {
  const viewer = useViewer();
  const [answer, run, busy] = useRefreshingAction(action);
  if (!viewer?.member) return null;
  if (viewer.measured === null) return <Ask run={run} busy={busy} answer={answer} errorWords={errorWords} words={words.ask} />;
  if (viewer.measured) {
    // One's own blog and the site's people move nothing: they are told no figure.
    const moves = viewer.member.role === 'member' && !viewer.canWrite && !viewer.canModerate && !viewer.isWriter;
    return <Line postId={postId} language={language} today={viewer.readToday} moves={moves} words={words.line} />;
  }
  return answer.kind === 'done' ? (
    <p role="status" className="no-print mt-6 text-[13px] text-soft">
      {words.said}
    </p>
  ) : null;
}
