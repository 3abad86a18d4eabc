import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ForgetOnSubmit } from '@/components/comments/forget-on-submit';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { proofsOf } from '@/lib/accounts/proofs';
import { devicesOf, followedBy, profileOf } from '@/lib/accounts/queries';
import { currentActor, currentSessionHash } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { LANGUAGE_NAMES, UI_LANGUAGES } from '@/lib/core/languages';
import { words } from '@/lib/core/words';
import { toldOfEarning } from '@/lib/earnings/told-holds';
import { standingOf } from '@/lib/moderation/standing';
import { readingOf } from '@/lib/reading/queries';
import { subscriptionsOf } from '@/lib/subscriptions/queries';
import { signOutAction } from '../sign-in/actions';
import { changeProfileAction } from './actions';
import { Devices } from './devices';
import { Follows } from './follows';
import { Held } from './held';
import { Proofs } from './proofs';
import { Reading } from './reading';
import { Standing } from './standing';
import { Subscriptions } from './subscriptions';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  return { title: actor.kind === 'member' ? words(actor.language, 'accounts')('settings.title') : '' };
}

export default async function Settings({ searchParams }: { searchParams: Promise<{ welcome?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/settings');
  const { language } = actor;
  const t = words(language, 'accounts');
  const errors = errorWords(language);
  const [profile, devices, subscriptions, follows, standing, reading, told, proofs] = await Promise.all([
    profileOf(actor),
    devicesOf(actor, await currentSessionHash(), new Date()),
    subscriptionsOf(actor),
    followedBy(actor),
    standingOf(actor, new Date()),
    readingOf(actor, new Date()),
    toldOfEarning(actor, new Date()),
    proofsOf(actor),
  ]);
  return (
    <Sheet title={t('settings.title')} intro={t('settings.as', { email: profile.email })}>
      {(await searchParams).welcome ? <Notice tone="amber">{t('settings.welcome')}</Notice> : null}
      <ActionForm
        action={changeProfileAction}
        errorWords={errors}
        submit={t('settings.save')}
        done={t('settings.saved')}
        label={t('settings.profile')}
        fields={[
          {
            name: 'name',
            label: t('settings.name'),
            value: profile.name,
            required: true,
            maxLength: 80,
            autoComplete: 'name',
            dir: 'auto',
          },
          {
            name: 'handle',
            label: t('settings.handle'),
            value: profile.handle,
            required: true,
            maxLength: 39,
            hint: t('settings.handle-hint'),
            dir: 'ltr',
          },
          { kind: 'area', name: 'bio', label: t('settings.bio'), value: profile.bio, maxLength: 2000, rows: 3, dir: 'auto' },
          {
            kind: 'select',
            name: 'language',
            label: t('settings.language'),
            value: profile.language,
            options: UI_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          },
        ]}
      />
      <Standing standing={standing} language={language} />
      <Held told={told} language={language} />
      <Section title={t('settings.subscriptions')}>
        <Subscriptions rows={subscriptions} language={language} />
      </Section>
      <Section title={t('settings.follows')}>
        <Follows rows={follows} language={language} />
      </Section>
      <Reading reading={reading} language={language} />
      <Proofs proofs={proofs} language={language} />
      <Section title={t('settings.devices')} intro={t('settings.devices-intro')}>
        <Devices rows={devices} language={language} />
        <ForgetOnSubmit>
          <ActionForm action={signOutAction} errorWords={errors} submit={t('settings.sign-out')} kind="plain" fields={[]} />
        </ForgetOnSubmit>
      </Section>
      <Section title={t('settings.yours')} intro={t('settings.yours-intro')}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/earnings/payouts">{words(language, 'payouts')('title')}</ButtonLink>
          <ButtonLink href="/settings/archive" download>
            {t('settings.archive')}
          </ButtonLink>
          <ButtonLink href="/settings/leave" kind="danger">
            {t('settings.leave')}
          </ButtonLink>
        </div>
      </Section>
    </Sheet>
  );
}
