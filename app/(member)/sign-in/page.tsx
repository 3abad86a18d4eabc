import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OutsideSignIn } from '@/components/accounts/outside-sign-in';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { outsideProviders } from '@/lib/accounts/auth';
import { next as nextSchema } from '@/lib/accounts/schema';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { requestLinkAction } from './actions';

interface Props {
  searchParams: Promise<{ next?: string; error?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = words(await languageOf(await currentActor()), 'accounts');
  return { title: t('sign-in.title', { site: env().SITE_NAME }) };
}

export default async function SignIn({ searchParams }: Props) {
  const query = await searchParams;
  const next = nextSchema.parse(query.next);
  const actor = await currentActor();
  if (actor.kind === 'member') redirect(next);
  const language = await languageOf(actor);
  const t = words(language, 'accounts');
  const { EMBEDDED, SITE_NAME } = env();
  const sent = (
    <>
      {t('sign-in.sent')}{' '}
      {EMBEDDED ? (
        <a className="link" href="/inbox">
          {t('sign-in.inbox')}
        </a>
      ) : null}
    </>
  );
  return (
    <Sheet title={t('sign-in.title', { site: SITE_NAME })} intro={t('sign-in.intro')}>
      {query.error ? <Notice tone="bad">{t('sign-in.outside-failed')}</Notice> : null}
      <ActionForm
        action={requestLinkAction}
        errorWords={errorWords(language)}
        submit={t('sign-in.button')}
        done={sent}
        once
        fields={[
          { name: 'email', label: t('sign-in.email'), type: 'email', required: true, autoComplete: 'email', dir: 'ltr', maxLength: 254 },
          { kind: 'hidden', name: 'next', value: next },
          { kind: 'hidden', name: 'language', value: language },
        ]}
      />
      {outsideProviders().map(({ id, name }) => (
        <OutsideSignIn key={id} provider={id} callbackUrl={next} label={t('sign-in.with', { name })} />
      ))}
      {EMBEDDED ? <ButtonLink href="/demo">{t('sign-in.demo')}</ButtonLink> : null}
    </Sheet>
  );
}
