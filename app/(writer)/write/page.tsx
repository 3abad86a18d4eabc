import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { canWriteIn } from '@/lib/blogs/policy';
import { blogsOf } from '@/lib/blogs/queries';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { writer } from '../writer';
import { startPostAction } from './actions';

export default async function Write() {
  const member = await writer('/write');
  const t = words(member.language, 'posts');
  const b = words(member.language, 'blogs');
  const blogs = (await blogsOf(member.id)).filter(({ role }) => canWriteIn(role));
  return (
    <Sheet title={t('write')} intro={blogs.length > 0 ? t('write-intro') : undefined}>
      {blogs.length === 0 ? (
        <EmptyState title={b('none')}>
          <p>{b('none-text')}</p>
          <ButtonLink href="/studio/new" kind="main">
            {b('open')}
          </ButtonLink>
        </EmptyState>
      ) : (
        blogs.map(({ id, name }) => (
          <ActionForm
            key={id}
            action={startPostAction}
            errorWords={errorWords(member.language)}
            submit={t('write-in', { blog: name })}
            kind="plain"
            keyed
            fields={[{ kind: 'hidden', name: 'blogId', value: id }]}
          />
        ))
      )}
    </Sheet>
  );
}
