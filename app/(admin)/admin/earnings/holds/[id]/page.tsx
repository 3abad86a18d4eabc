import { redirect } from 'next/navigation';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { seenHoldOfGone } from '@/lib/earnings/unusual';
import { adminOnly } from '../../admin-only';
import { Hold } from '../../people/[handle]/hold';
import { Tabs } from '../../tabs';

/** The hold of somebody who has left, to be answered for those whom they read. */
export default async function HoldOfGone({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(`/admin/earnings/holds/${id}`)}`);
  const hold = await adminOnly(seenHoldOfGone(actor, id));
  const t = words(actor.language, 'holds');
  return (
    <Sheet title={t('admin.gone')} intro={t('admin.gone-intro')}>
      <Tabs current="people" language={actor.language} />
      <Section title={t('admin.holds')}>
        <Hold hold={hold} handle={null} language={actor.language} />
      </Section>
    </Sheet>
  );
}
