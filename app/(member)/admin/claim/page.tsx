import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Sheet } from '@/components/ui/sheet';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { becomeAdminAction } from './actions';

/** Where the link of the first start leads: whoever opens it first becomes the admin. */
export default async function Claim({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(`/admin/claim?token=${token}`)}`);
  const language = await languageOf(actor);
  const t = words(language, 'accounts');
  return (
    <Sheet title={t('claim.title', { site: env().SITE_NAME })} intro={t('claim.intro', { name: actor.name })}>
      <ActionForm
        action={becomeAdminAction}
        errorWords={errorWords(language)}
        submit={t('claim.button')}
        fields={[{ kind: 'hidden', name: 'token', value: token }]}
      />
    </Sheet>
  );
}
