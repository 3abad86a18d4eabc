import { ActionForm } from '@/components/ui/action-form';
import { classes } from '@/components/ui/classes';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { spokenPath } from '@/lib/core/spoken';
import { formats, words } from '@/lib/core/words';
import { decidedWords } from '@/lib/moderation/decided-words';
import type { Told } from '@/lib/moderation/held';
import { heldWords } from '@/lib/moderation/held-words';
import { MAX_APPEAL } from '@/lib/moderation/schema';
import type { standingOf } from '@/lib/moderation/standing';
import { Receipt } from '../receipt';
import { appealSanctionAction } from './actions';

/** What somebody is told of themselves: nothing is held against anyone in secret, and each can be appealed. */
export function Standing({ standing, language }: { standing: Awaited<ReturnType<typeof standingOf>>; language: string }) {
  const t = words(language, 'sanctions');
  return (
    <div id="standing" className="scroll-mt-20">
      <Section title={t('standing.title')}>
        {standing.held.every(({ over }) => over) ? <p>{t('standing.clear')}</p> : null}
        <ul className="grid gap-4">
          {standing.held.map((told) => (
            <li key={told.id} className="grid gap-3">
              <OneSanction told={told} language={language} />
            </li>
          ))}
        </ul>
        <p className="text-sm text-soft">
          {t('standing.level', { level: t(`levels.${standing.level}`) })}{' '}
          <a className="link" href={spokenPath('/trust', language)}>
            {t('standing.how')}
          </a>
        </p>
      </Section>
    </div>
  );
}

function OneSanction({ told, language }: { told: Told; language: string }) {
  const t = words(language, 'sanctions');
  const appeals = words(language, 'appeals');
  const lines = heldWords(language, told);
  const [what = '', ...more] = told.over ? [t('appeal.over'), ...lines] : lines;
  const until = formats(language).dateTime(told.appealUntil, { dateStyle: 'long' });
  return (
    <>
      <div className={classes('rounded-[10px] px-4 py-3 text-sm', told.over ? 'bg-sunken text-soft' : 'bg-amber-wash')}>
        <p dir="auto" className="font-medium">
          {what}
        </p>
        {[...more, ...decidedWords(language, told.by)].map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
        {told.mayAppeal ? <p className="mt-2">{appeals('told.until', { date: until })}</p> : null}
      </div>
      {told.mayAppeal && told.eventId ? (
        <ActionForm
          action={appealSanctionAction}
          errorWords={errorWords(language)}
          submit={appeals('told.send')}
          label={t('appeal.form', { what: lines[0] ?? '' })}
          fields={[
            { kind: 'hidden', name: 'eventId', value: told.eventId },
            { kind: 'area', name: 'text', label: t('appeal.text'), rows: 4, maxLength: MAX_APPEAL, required: true, dir: 'auto' },
          ]}
        />
      ) : null}
      {told.appeal ? <Receipt appeal={told.appeal} ofSanction language={language} /> : null}
    </>
  );
}
