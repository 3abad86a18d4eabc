import { notFound, redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { Refused } from '@/lib/core/refused';
import { formats, words } from '@/lib/core/words';
import { heldWords } from '@/lib/moderation/held-words';
import { REMOVAL_REASONS, SANCTION_KINDS } from '@/lib/moderation/schema';
import { recordOf } from '@/lib/moderation/standing';
import { liftAction, sanctionAction } from '../../actions';

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
  const comments = words(language, 'comments');
  const errors = errorWords(language);
  const person = { kind: 'hidden' as const, name: 'handle', value: record.handle };
  const { dateTime } = formats(language);
  return (
    <Sheet
      title={t('person.title', { name: record.name })}
      intro={
        <>
          {t('person.record', { date: dateTime(record.joinedAt, { dateStyle: 'long' }), shown: record.shown, removed: record.removed })}{' '}
          {t('person.level', { level: t(`levels.${record.level}`) })}
        </>
      }
    >
      {(await searchParams).done ? <Notice tone="ok">{t('person.done')}</Notice> : null}
      <Section title={t('person.present')}>
        {record.held.length === 0 ? <p className="text-soft">{t('person.none')}</p> : null}
        <ul className="grid gap-4">
          {record.held.map((held) => (
            <li key={held.id} className="grid gap-2">
              {heldWords(language, held).map((line) => (
                <p key={line} dir="auto" className="text-sm first:font-medium">
                  {line}
                </p>
              ))}
              {record.site || held.blog !== null ? (
                <ActionForm
                  action={liftAction}
                  errorWords={errors}
                  submit={t('person.lift')}
                  kind="plain"
                  small
                  label={t('person.lift')}
                  fields={[person, { kind: 'hidden', name: 'sanctionId', value: held.id }]}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('person.add')}>
        <ActionForm
          action={sanctionAction}
          errorWords={errors}
          submit={t('person.now')}
          kind="danger"
          label={t('person.add')}
          fields={[
            person,
            {
              kind: 'select',
              name: 'kind',
              label: t('person.kind'),
              value: 'limited',
              options: SANCTION_KINDS.map((value) => ({ value, label: t(`person.kinds.${value}`) })),
            },
            {
              kind: 'select',
              name: 'blogId',
              label: t('person.where'),
              value: record.site ? '' : (record.blogs[0]?.id ?? ''),
              options: [
                ...(record.site ? [{ value: '', label: t('person.site') }] : []),
                ...record.blogs.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
            { name: 'days', label: t('person.days'), hint: t('person.days-hint'), type: 'number', value: '7' },
            {
              kind: 'select',
              name: 'reason',
              label: t('person.reason'),
              value: '',
              options: [
                { value: '', label: t('person.choose') },
                ...REMOVAL_REASONS.map((value) => ({ value, label: comments(`reasons.${value}`) })),
              ],
            },
            { kind: 'area', name: 'note', label: t('person.words'), rows: 3, maxLength: 1000, dir: 'auto' },
          ]}
        />
      </Section>
    </Sheet>
  );
}
