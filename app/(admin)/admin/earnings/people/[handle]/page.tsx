import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { seenPerson } from '@/lib/earnings/unusual';
import { adminOnly } from '../../admin-only';
import { Tabs } from '../../tabs';
import { holdAction, linkAction, recordProofAction } from '../actions';
import { holdFields, linkFields, proofFields } from './fields';
import { Hold } from './hold';
import { Links } from './links';
import { SeenProofs } from './proofs';

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ done?: string }>;
}

/** All that a human judges by: evidence, holds, links and proofs of one person, and what may be done. */
export default async function EarningPerson({ params, searchParams }: Props) {
  const handle = decodeURIComponent((await params).handle);
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(`/admin/earnings/people/${handle}`)}`);
  const person = await adminOnly(seenPerson(actor, handle));
  const { language } = actor;
  const t = words(language, 'holds');
  const errors = errorWords(language);
  const open = person.holds.some(({ outcome }) => outcome === null);
  return (
    <Sheet
      title={t('admin.person', { name: person.name })}
      intro={
        <>
          {t('admin.joined', { date: formats(language).dateTime(person.joinedAt, { dateStyle: 'long' }) })}{' '}
          <a className="link" href={`/admin/people/${encodeURIComponent(person.handle)}`}>
            {t('admin.record')}
          </a>
        </>
      }
    >
      <Tabs current="people" language={language} />
      {(await searchParams).done ? <Notice tone="ok">{t('admin.done')}</Notice> : null}
      {person.own ? <Notice>{t('admin.own')}</Notice> : null}
      <Section title={t('admin.holds')}>
        {person.holds.length === 0 ? <p className="text-soft">{t('admin.holds-none')}</p> : null}
        {person.holds.map((hold) => (
          <Hold key={hold.id} hold={hold} handle={person.handle} language={language} />
        ))}
      </Section>
      {open || person.own ? null : (
        <Section title={t('admin.hold')} intro={t('admin.hold-intro')}>
          <ActionForm
            action={holdAction}
            errorWords={errors}
            submit={t('admin.hold-now')}
            kind="danger"
            label={t('admin.hold')}
            fields={holdFields(person, language)}
          />
        </Section>
      )}
      <Section title={t('admin.links')}>
        <Links person={person} language={language} />
      </Section>
      {person.own ? null : (
        <Section title={t('admin.link')} intro={t('admin.link-intro')}>
          <ActionForm
            action={linkAction}
            errorWords={errors}
            submit={t('admin.link-now')}
            kind="danger"
            label={t('admin.link')}
            fields={linkFields(person, language)}
          />
        </Section>
      )}
      <div id="proofs" className="scroll-mt-20">
        <Section title={t('admin.proofs')}>
          <SeenProofs person={person} language={language} />
        </Section>
      </div>
      {person.own ? null : (
        <Section title={t('admin.record-proof')} intro={t('admin.record-intro')}>
          <ActionForm
            action={recordProofAction}
            errorWords={errors}
            submit={t('admin.record-now')}
            label={t('admin.record-proof')}
            fields={proofFields(person, language)}
          />
        </Section>
      )}
    </Sheet>
  );
}
