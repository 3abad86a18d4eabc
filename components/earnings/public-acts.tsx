import { formats, words } from '@/lib/core/words';
import type { PublicAct } from '@/lib/earnings/acts';

/** What was done about the rules and epochs of earning, without a name. */
export function PublicActs({ acts, language }: { acts: readonly PublicAct[]; language: string }) {
  const t = words(language, 'epochs');
  return (
    <ol className="grid">
      {acts.map(({ id, act, epoch, version, byItself, words: said, at }) => (
        <li key={id} className="grid gap-x-6 gap-y-0.5 border-line border-b py-3 text-sm sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)]">
          <time dateTime={at.toISOString()} className="text-faint tabular-nums">
            {formats(language).dateTime(at, { dateStyle: 'medium' })}
          </time>
          <p>
            <b className="font-semibold">{t(`acts.${act}`, { epoch: epoch ?? '', version: version ?? '' })}</b>
            <span className="block text-soft">{byItself ? t('acts.itself') : t('acts.an-admin')}</span>
          </p>
          <p dir="auto" className="text-soft [overflow-wrap:anywhere]">
            {said}
          </p>
        </li>
      ))}
    </ol>
  );
}
