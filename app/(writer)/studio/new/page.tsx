import { ActionForm } from '@/components/ui/action-form';
import { Sheet } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { writer } from '../../writer';
import { openBlogAction } from '../actions';
import { blogFields } from '../blog-fields';

export default async function NewBlog() {
  const member = await writer('/studio/new');
  const t = words(member.language, 'blogs');
  return (
    <Sheet title={t('open')} intro={t('open-intro')}>
      <ActionForm
        action={openBlogAction}
        errorWords={errorWords(member.language)}
        submit={t('open')}
        keyed
        fields={blogFields(member.language)}
      />
    </Sheet>
  );
}
