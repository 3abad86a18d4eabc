import { notFound, redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { Refused } from '@/lib/core/refused';
import { formats, words } from '@/lib/core/words';
import { ruleWords } from '@/lib/moderation/rule-words';
import { recordOf } from '@/lib/moderation/standing';
import { UNDO_SWEEP_DAYS } from '@/lib/moderation/undo-days';
import { banAndRemoveAction, sanctionAction } from '../../actions';
import { HeldList } from './held-list';
import { sanctionFields, sweepFields } from './sanction-fields';
import { Sweeps } from './sweeps';

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ done?: string }>;
}

/** Somebody's record here, what holds against them, and what may be done about it. */
export default async function Person({ params, searchParams }: Props) {
  const { handle } = await params;
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(`/admin/people/${handle}`)}`);
  const record = await recordOf(actor, decodeURIComponent(handle), new Date()).catch((error: unknown) => {
    if (error instanceof Refused) return notFound();
    throw error;
  });
  const { language } = actor;
  const t = words(language, 'sanctions');
  const errors = errorWords(language);
  const { dateTime } = formats(language);
  return (
    <Sheet
      title={t('person.title', { name: record.name })}
      intro={
        <>
          {t('person.record', { date: dateTime(record.joinedAt, { dateStyle: 'long' }), shown: record.shown, removed: record.removed })}{' '}
          {t('person.level', { level: t(`levels.${record.level}`) })}{' '}
          {actor.role === 'admin' ? (
            <a className="link" href={`/admin/earnings/people/${encodeURIComponent(record.handle)}`}>
              {words(language, 'holds')('admin.earning')}
            </a>
          ) : null}
        </>
      }
    >
      {(await searchParams).done ? <Notice tone="ok">{t('person.done')}</Notice> : null}
      {record.sweeps.length > 0 ? (
        <div id="sweeps" className="scroll-mt-20">
          <Section title={t('sweep.list')}>
            <Sweeps sweeps={record.sweeps} handle={record.handle} language={language} />
          </Section>
        </div>
      ) : null}
      <Section title={t('person.present')}>
        <HeldList record={record} language={language} />
      </Section>
      {record.refused.length > 0 ? (
        <Section title={t('person.refused')} intro={t('person.refused-intro')}>
          <ul className="grid gap-1 text-sm [&>li]:first-letter:uppercase">
            {record.refused.map(({ rule, times, last }) => (
              <li key={rule}>
                {t('person.refused-times', { rule: ruleWords(language, rule), times, date: dateTime(last, { dateStyle: 'medium' }) })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('person.add')}>
        <ActionForm
          action={sanctionAction}
          errorWords={errors}
          submit={t('person.now')}
          kind="danger"
          label={t('person.add')}
          fields={sanctionFields(record, language)}
        />
      </Section>
      <Section title={t('sweep.title')} intro={t('sweep.intro', { days: UNDO_SWEEP_DAYS })}>
        <ActionForm
          action={banAndRemoveAction}
          errorWords={errors}
          submit={t('sweep.now')}
          kind="danger"
          label={t('sweep.title')}
          fields={sweepFields(record, language)}
        />
      </Section>
    </Sheet>
  );
}
