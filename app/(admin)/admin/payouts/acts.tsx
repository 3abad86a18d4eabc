import { formats, words } from '@/lib/core/words';
import type { Act } from '@/lib/payouts/queries';

/** What admins did with payouts, the latest first. */
export function Acts({ acts, language }: { acts: readonly Act[]; language: string }) {
  const t = words(language, 'payouts');
  if (acts.length === 0) return <p className="text-soft">{t('admin.acts.empty')}</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {acts.map(({ at, by, act, about }) => (
        <li key={`${at.toISOString()} ${act} ${about}`} dir="auto" className="break-words border-line border-b py-2">
          {t('admin.acts.line', {
            date: formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
            by: by ?? t('admin.acts.nobody'),
            act: t(`admin.acts.${act as 'paid'}`),
            about,
          })}
        </li>
      ))}
    </ul>
  );
}
