import { Dot } from '@/components/blogs/dot';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { blogsOf } from '@/lib/blogs/queries';
import { words } from '@/lib/core/words';
import { writer } from '../writer';

export default async function Studio() {
  const member = await writer('/studio');
  const t = words(member.language, 'blogs');
  const blogs = await blogsOf(member.id);
  return (
    <Sheet title={t('studio')}>
      {blogs.length === 0 ? <EmptyState title={t('none')}>{t('none-text')}</EmptyState> : null}
      <ul>
        {blogs.map(({ id, handle, name, colour, role }) => (
          <li key={id}>
            <a href={`/studio/@${handle}`} className="flex min-h-14 items-center gap-3 border-line border-b py-2 hover:bg-sunken">
              <Dot colour={colour} />
              <b dir="auto" className="grow font-semibold">
                {name}
              </b>
              <span className="text-sm text-soft">{t(`roles.${role}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink href="/studio/new" kind="main">
          {t('open')}
        </ButtonLink>
      </div>
    </Sheet>
  );
}
