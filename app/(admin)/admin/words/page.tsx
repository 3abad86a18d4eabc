import { notFound } from 'next/navigation';
import { PhraseLists } from '@/components/moderation/phrase-lists';
import { Sheet } from '@/components/ui/sheet';
import { isSiteModerator } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { phrasesView } from '@/lib/moderation/phrases';
import { setPhrasesAction, tryPhrasesAction } from '../../../word-actions';

/** The words that the site bans or suspects, for its moderators. */
export default async function SiteWords({ searchParams }: { searchParams: Promise<{ saved?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest' || !isSiteModerator(actor)) notFound();
  const t = words(actor.language, 'phrases');
  return (
    <Sheet title={t('site-title')} intro={t('site-intro')}>
      <PhraseLists
        lists={await phrasesView(actor, null)}
        blogId={null}
        back="/admin/words"
        saved={(await searchParams).saved === '1'}
        language={actor.language}
        set={setPhrasesAction}
        tryText={tryPhrasesAction}
      />
    </Sheet>
  );
}
