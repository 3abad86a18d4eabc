import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { barredFromSite, solelyOwned } from '@/lib/accounts/queries';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { leaveAction } from '../actions';

export default async function Leave() {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/settings/leave');
  const t = words(actor.language, 'accounts');
  const [owned, barred] = await Promise.all([solelyOwned(actor), barredFromSite(actor, new Date())]);
  const choice = {
    kind: 'select' as const,
    name: 'blogs',
    label: t('leave.blogs', { names: owned.map(({ name }) => name).join(', ') }),
    value: 'keep',
    options: [
      { value: 'keep', label: t('leave.keep') },
      { value: 'delete', label: t('leave.delete') },
    ],
  };
  return (
    <Sheet title={t('leave.title')} intro={t('leave.intro')}>
      {barred ? <Notice tone="amber">{t('leave.barred')}</Notice> : null}
      <ActionForm
        action={leaveAction}
        errorWords={errorWords(actor.language)}
        submit={t('leave.button')}
        kind="danger"
        fields={[...(owned.length > 0 ? [choice] : []), { kind: 'check', name: 'confirm', value: 'leave', label: t('leave.confirm') }]}
      />
      <a className="link text-sm" href="/settings">
        {t('leave.stay')}
      </a>
    </Sheet>
  );
}
