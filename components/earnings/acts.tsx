import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import type { KnownAct } from '@/lib/earnings/acts';

/** Who did what about rules and epochs, the latest first. */
export function Acts({ acts, language }: { acts: readonly KnownAct[]; language: string }) {
  const t = words(language, 'epochs');
  if (acts.length === 0) return <p className="text-soft">{t('acts.empty')}</p>;
  const { dateTime } = formats(language);
  return (
    <Table caption={t('acts.title')} head={[t('acts.when'), t('acts.what'), t('acts.who'), t('acts.why')]}>
      {acts.map(({ id, act, epoch, version, byItself, by, words: said, at }) => (
        <tr key={id}>
          <td className="whitespace-nowrap tabular-nums">
            <time dateTime={at.toISOString()}>{dateTime(at, { dateStyle: 'short', timeStyle: 'short' })}</time>
          </td>
          <td>{t(`acts.${act}`, { epoch: epoch ?? '', version: version ?? '' })}</td>
          <td dir="auto">{byItself ? t('acts.itself') : (by ?? t('acts.left'))}</td>
          <td dir="auto" className="min-w-40 [overflow-wrap:anywhere]">
            {said}
          </td>
        </tr>
      ))}
    </Table>
  );
}
