import { Notice } from '@/components/ui/notice';
import { formats, words } from '@/lib/core/words';
import { HOLD_REASONS } from '@/lib/earnings/hold-reasons';
import type { Statement } from '@/lib/earnings/queries';

/** Why what somebody's reading moved is held or was taken back, and what was answered. */
export function HeldNotice({
  held,
  state,
  language,
}: { held: NonNullable<Statement['held']>; language: string } & Pick<Statement, 'state'>) {
  const t = words(language, 'statement');
  const reason = HOLD_REASONS.find((one) => one === held.reason) ?? 'other';
  const date = formats(language).dateTime(held.createdAt, { dateStyle: 'long' });
  const over = state === 'released';
  const open = over ? 'open-released' : 'open';
  const confirmed = over ? 'confirmed' : 'confirmed-pending';
  const standing = held.outcome === null ? open : held.outcome === 'cleared' ? held.outcome : confirmed;
  return (
    <Notice tone={held.outcome === 'cleared' ? 'ok' : 'bad'}>
      <p className="font-semibold">{t(`held.${standing}`)}</p>
      <p>{t(held.byMachine ? 'held.by-machine' : 'held.by-human', { date, reason: t(`holds.${reason}`) })}</p>
      {[held.note, held.answer].map((said) =>
        said ? (
          <p key={said} dir="auto" className="whitespace-pre-line">
            {said}
          </p>
        ) : null,
      )}
    </Notice>
  );
}
