import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { findPeople } from '@/lib/moderation/queries';
import { changeRoleAction } from '../actions';

export default async function People({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest' || actor.role !== 'admin') notFound();
  const { q = '' } = await searchParams;
  const t = words(actor.language, 'moderation');
  const people = await findPeople(actor, String(q).slice(0, 80));
  const roles = (['member', 'moderator', 'admin'] as const).map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <Sheet title={t('people.title')} intro={t('people.intro')} wide>
      <form action="/admin/people" className="flex flex-wrap items-end gap-2">
        <div className="grow basis-60">
          <Field label={t('people.search')} name="q" type="search" defaultValue={String(q)} dir="auto" />
        </div>
        <Button>{t('people.find')}</Button>
      </form>
      <ul className="grid gap-2">
        {people.map(({ name, handle, role }) => (
          <li key={handle} className="grid items-end gap-3 border-line border-b py-3 sm:grid-cols-[1fr_320px]">
            <span dir="auto">
              <b className="font-semibold">{name}</b> <span className="text-sm text-faint">{handle}</span>
            </span>
            <ActionForm
              action={changeRoleAction}
              errorWords={errorWords(actor.language)}
              submit={t('people.save')}
              kind="plain"
              small
              label={name}
              fields={[
                { kind: 'hidden', name: 'handle', value: handle },
                { kind: 'select', name: 'role', label: t('people.role', { name }), options: roles, value: role },
              ]}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
