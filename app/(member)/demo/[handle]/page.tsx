import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Sheet } from '@/components/ui/sheet';
import { demoPerson } from '@/lib/accounts/demo';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { demoSignInAction } from './actions';

export default async function DemoPerson({ params }: { params: Promise<{ handle: string }> }) {
  const person = await demoPerson((await params).handle);
  if (!person) notFound();
  const language = await languageOf(await currentActor());
  const t = words(language, 'accounts');
  return (
    <Sheet title={person.name} intro={t('demo.person')}>
      <ActionForm
        action={demoSignInAction}
        errorWords={errorWords(language)}
        submit={t('demo.button', { name: person.name })}
        fields={[{ kind: 'hidden', name: 'handle', value: person.handle }]}
      />
    </Sheet>
  );
}
