import type { Metadata } from 'next';
import { ActionForm } from '@/components/ui/action-form';
import { Sheet } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { directionOf } from '@/lib/core/languages';
import { words } from '@/lib/core/words';
import { blogToLeave } from '@/lib/subscriptions/page';
import { unsubscribeAction } from '../actions';

export const metadata: Metadata = { robots: { index: false } };

export default async function Unsubscribe({ searchParams }: { searchParams: Promise<{ id?: string; key?: string }> }) {
  const { id = '', key = '' } = await searchParams;
  const blog = await blogToLeave(id, key);
  const language = blog?.language ?? 'en';
  const t = words(language, 'subscriptions');
  if (!blog) return <Sheet title={t('unsubscribe.wrong-title')}>{t('unsubscribe.wrong-text')}</Sheet>;
  const name = { blog: blog.name };
  return (
    <div lang={language} dir={directionOf(language)}>
      <Sheet title={t('unsubscribe.title', name)} intro={t('unsubscribe.text', name)}>
        <ActionForm
          action={unsubscribeAction}
          errorWords={errorWords(language)}
          submit={t('unsubscribe.button')}
          fields={[
            { kind: 'hidden', name: 'id', value: id },
            { kind: 'hidden', name: 'key', value: key },
          ]}
          once
          done={t('unsubscribe.done', name)}
        />
      </Sheet>
    </div>
  );
}
