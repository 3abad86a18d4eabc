import type { Metadata } from 'next';
import { ActionForm } from '@/components/ui/action-form';
import { Sheet } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { directionOf } from '@/lib/core/languages';
import { words } from '@/lib/core/words';
import { blogToConfirm } from '@/lib/subscriptions/page';
import { confirmAction } from '../actions';

export const metadata: Metadata = { robots: { index: false }, referrer: 'no-referrer' };

/** Where a confirmation link leads. Opening it changes nothing; its button confirms. */
export default async function Confirm({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const blog = await blogToConfirm(token, new Date());
  const language = blog?.language ?? 'en';
  const t = words(language, 'subscriptions');
  if (!blog) return <Sheet title={t('confirm.gone-title')}>{t('confirm.gone-text')}</Sheet>;
  const name = { blog: blog.name };
  return (
    <div lang={language} dir={directionOf(language)}>
      <Sheet title={t('confirm.title')} intro={t('confirm.text', name)}>
        <ActionForm
          action={confirmAction}
          errorWords={errorWords(language)}
          submit={t('confirm.button', name)}
          fields={[{ kind: 'hidden', name: 'token', value: token }]}
          once
          done={
            <>
              {t('confirm.done', name)}{' '}
              <a className="link" href={`/@${blog.handle}`}>
                {t('confirm.read', name)}
              </a>
            </>
          }
        />
      </Sheet>
    </div>
  );
}
