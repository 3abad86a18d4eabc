import { csvOf } from '@/lib/core/csv';
import { words } from '@/lib/core/words';
import { decimal } from './points';
import type { Statement } from './queries';
import { sheetOf } from './statement';

/** A statement for a spreadsheet: a line for each of the page's, in its order, so that the last column sums up to the closing balance. */
export function statementCsv(statement: Statement, language: string): string {
  const t = words(language, 'statement');
  const { opening, earned, booked, others, closing } = sheetOf(statement);
  const points = (amount: bigint) => decimal(amount, 3);
  const left = (all: Statement['read'][number]['left']) => all.map(({ reason, seconds }) => `${t(`why.${reason}`)}: ${seconds}`).join('; ');
  const of = (epoch: number | null) => (epoch === null ? '' : String(epoch));
  const rows = [
    ['kind', 'what', 'blog', 'path', 'reader', 'seconds', 'left-out', 'moved', 'note', 'points'].map((name) => t(`file.${name as 'kind'}`)),
    ['opening', '', '', '', '', '', '', '', '', points(opening)],
    ...statement.written.map(({ postId, title, blog, path, readers, credited, amount, returned, left: out }) => [
      'written',
      postId === null ? t('few') : (title ?? t('gone')),
      blog ?? '',
      path ?? '',
      readers === null ? '' : String(readers),
      credited === null ? '' : String(credited),
      left(out),
      '',
      returned !== null && returned > 0n ? t('returned', { amount: points(returned) }) : '',
      points(amount),
    ]),
    ...statement.read.map(({ title, blog, path, credited, left: out, moved, reward, returned }) => [
      'read',
      title ?? t('gone'),
      blog ?? '',
      path ?? '',
      '',
      String(credited),
      left(out),
      points(moved),
      returned ? t(`taken.${returned}`) : '',
      points(reward),
    ]),
    ...(booked
      ? []
      : [['not-booked', statement.state === 'divided' ? t('not-booked') : t('booked-later'), '', '', '', '', '', '', '', points(-earned)]]),
    ...others.map(({ name, epoch, at, pending, available }) => [
      name,
      at.toISOString(),
      '',
      '',
      '',
      '',
      '',
      '',
      of(epoch),
      points(pending + available),
    ]),
    ['closing', '', '', '', '', '', '', '', '', points(closing)],
  ];
  return csvOf(rows);
}
