import { ImportForm } from '@/components/payouts/import-form';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { LineFault } from '@/lib/payouts/commands/confirm';
import type { AdminPayouts } from '@/lib/payouts/queries';
import { importAction, makeFileAction } from './actions';

const FAULTS = {
  'no-payout': true,
  own: true,
  outcome: true,
  amount: true,
  'not-handed-over': true,
  'said-otherwise': true,
  second: true,
  'no-reference': true,
} satisfies Record<LineFault, true>;

interface ManualProps {
  files: AdminPayouts['files'];
  said: 'made' | 'none' | 'not-now' | null;
  language: string;
}

/** The files by which an operator pays, and the way back of what became of them. */
export function Manual({ files, said, language }: ManualProps) {
  const t = words(language, 'payouts');
  const errors = errorWords(language);
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const faults = Object.fromEntries(
    (Object.keys(FAULTS) as LineFault[]).map((fault) => [fault, t(`admin.line-faults.${fault}`)]),
  ) as Record<LineFault, string>;
  return (
    <div id="manual" className="scroll-mt-20">
      <Section title={t('admin.file.title')} intro={t('admin.file.intro')}>
        {said ? <Notice tone={said === 'made' ? 'ok' : 'plain'}>{t(`admin.file.${said}`)}</Notice> : null}
        <ActionForm
          action={makeFileAction}
          errorWords={errors}
          submit={t('admin.file.make')}
          kind="plain"
          label={t('admin.file.make')}
          fields={[]}
        />
        {files.length > 0 ? (
          <ul className="grid gap-1 text-sm">
            {files.map(({ id, name, createdAt, open, count }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2">
                <span className="break-all tabular-nums">{t('admin.file.line', { name, date: date(createdAt), open, count })}</span>
                {open > 0 ? (
                  <a className="link inline-flex min-h-11 items-center" href={`/admin/payouts/file/${id}`} download>
                    {t('admin.file.download')}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        <ImportForm
          action={importAction}
          errorWords={errors}
          words={{
            lines: t('admin.file.lines'),
            submit: t('admin.file.import'),
            done: t('admin.file.done', { paid: '{paid}', failed: '{failed}', returned: '{returned}', known: '{known}' }),
            fault: t('admin.file.fault', { line: '{line}', why: '{why}' }),
            faults,
          }}
        />
      </Section>
    </div>
  );
}
