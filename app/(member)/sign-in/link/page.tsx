import { ActionForm } from '@/components/ui/action-form';
import { Sheet } from '@/components/ui/sheet';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { signInByLinkAction } from '../actions';

/** Where a sign-in link leads. Opening it changes nothing, because mail scanners open links too; its button signs in. */
export default async function SignInLink({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const language = await languageOf(await currentActor());
  const t = words(language, 'accounts');
  return (
    <Sheet title={t('link.title', { site: env().SITE_NAME })} intro={t('link.intro')}>
      <ActionForm
        action={signInByLinkAction}
        errorWords={errorWords(language)}
        submit={t('link.button')}
        fields={[{ kind: 'hidden', name: 'token', value: token }]}
      />
      <a className="link text-sm" href="/sign-in">
        {t('link.again')}
      </a>
    </Sheet>
  );
}
