import { notFound } from 'next/navigation';
import { Avatar } from '@/components/ui/avatar';
import { Sheet } from '@/components/ui/sheet';
import { demoPeople } from '@/lib/accounts/demo';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';

export default async function Demo() {
  const people = await demoPeople();
  if (people.length === 0) notFound();
  const t = words(await languageOf(await currentActor()), 'accounts');
  return (
    <Sheet title={t('demo.title')} intro={t('demo.intro')}>
      <ul className="grid gap-1">
        {people.map(({ name, handle, bio, language }) => (
          <li key={handle}>
            <a href={`/demo/${handle}`} className="flex min-h-14 items-center gap-3 rounded-lg px-2 py-2 hover:bg-sunken">
              <Avatar name={name} />
              <span>
                <b className="font-semibold" dir="auto">
                  {name}
                </b>
                <span lang={language} dir="auto" className="block text-sm text-soft">
                  {bio}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
