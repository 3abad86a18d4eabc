import { LineSwitch } from '@/components/reading/line-switch';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { KEPT_DAYS } from '@/lib/reading/commands/thin-beats';
import type { OwnLine, OwnReading } from '@/lib/reading/queries';
import { forgetReadingAction, measureAction } from './reading-actions';

const SHOWN = 100;

/** What is measured of somebody's reading, for how long it is kept, and the way to end it. */
export function Reading({ reading, language }: { reading: OwnReading; language: string }) {
  const t = words(language, 'reading');
  const errors = errorWords(language);
  const { on, today, lines } = reading;
  return (
    <div id="reading" className="scroll-mt-20">
      <Section title={t('settings.title')} intro={t('ask.what')}>
        <p className="font-medium">{on ? t('settings.is-on') : on === false ? t('settings.is-off') : t('settings.not-asked')}</p>
        {on ? (
          <p>{t('settings.today', { credited: minutesOf(today.credited, language), measured: minutesOf(today.measured, language) })}</p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {on ? null : <div>{switchTo('1', t('ask.yes'))}</div>}
          {on === false ? null : <div>{switchTo('0', on ? t('settings.off') : t('ask.no'))}</div>}
        </div>
        <p className="text-sm text-soft">{t('settings.off-text')}</p>
        <p className="text-sm text-soft">{t('settings.kept', { days: KEPT_DAYS })}</p>
        <p className="text-sm text-soft">{t('ask.who')}</p>
        {on ? <LineSwitch words={{ show: t('settings.line-show'), hide: t('settings.line-hide'), note: t('settings.line-note') }} /> : null}
        {lines.length === 0 ? (
          <p className="text-soft">{t('settings.none')}</p>
        ) : (
          <>
            <ul aria-label={t('settings.list')} className="grid gap-2">
              {lines.slice(0, SHOWN).map((line) => (
                <Line key={`${line.postId} ${line.day}`} line={line} language={language} />
              ))}
            </ul>
            {lines.length > SHOWN ? <p className="text-sm text-soft">{t('settings.more', { count: lines.length - SHOWN })}</p> : null}
            <p className="text-sm text-soft">{t('settings.as-it-stands')}</p>
            <ActionForm
              action={forgetReadingAction}
              errorWords={errors}
              submit={t('settings.delete')}
              kind="danger"
              label={t('settings.delete')}
              fields={[{ kind: 'check', name: 'confirm', value: 'yes', label: t('settings.delete-sure') }]}
            />
          </>
        )}
      </Section>
    </div>
  );

  function switchTo(value: '0' | '1', label: string) {
    return (
      <ActionForm action={measureAction} errorWords={errors} submit={label} kind="plain" fields={[{ kind: 'hidden', name: 'on', value }]} />
    );
  }
}

function Line({ line, language }: { line: OwnLine; language: string }) {
  const t = words(language, 'reading');
  const { title, path, day, measured, credited, left } = line;
  const date = formats(language).dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium' });
  return (
    <li className="grid gap-1 border-line border-b py-2 text-sm">
      <p dir="auto">
        {path ? (
          <a className="link" href={path}>
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <p className="text-soft tabular-nums">
        {t('settings.line', { date, measured: minutesOf(measured, language), credited: minutesOf(credited, language) })}
      </p>
      {left.map(({ reason, seconds }) => (
        <p key={reason} className="text-[13px] text-faint tabular-nums">
          {t('settings.left', { minutes: minutesOf(seconds, language), why: t(`why.${reason}`) })}
        </p>
      ))}
    </li>
  );
}

/** `4:30`, so that the parts of a line add up. */
function minutesOf(seconds: number, language: string): string {
  const { number } = formats(language);
  return `${number(Math.floor(seconds / 60))}:${number(seconds % 60, { minimumIntegerDigits: 2 })}`;
}
