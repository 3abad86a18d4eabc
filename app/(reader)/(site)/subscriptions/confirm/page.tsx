import type { Metadata } from 'next';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { directionOf } from '@/lib/core/languages';
import { words } from '@/lib/core/words';
import { blogToConfirm } from '@/lib/subscriptions/page';
import { confirmAction } from '../actions';

export const metadata: Metadata = { robots: { index: false } };

/** Where a confirmation link leads. Opening it changes nothing; its button confirms. */
export default async function Confirm({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const found = await blogToConfirm(token, new Date());
  const language = found?.blog.language ?? 'en';
  const t = words(language, 'subscriptions');
  if (!found) return <Sheet title={t('confirm.gone-title')}>{t('confirm.gone-text')}</Sheet>;
  const { blog, confirmed } = found;
  const name = { blog: blog.name };
  const done = (
    <>
      {t('confirm.done', name)}{' '}
      <a className="link" href={`/@${blog.handle}`}>
        {t('confirm.read', name)}
      </a>
    </>
  );
  return (
    <div lang={language} dir={directionOf(language)}>
      <Sheet title={t('confirm.title')} intro={confirmed ? undefined : t('confirm.text', name)}>
        {confirmed ? (
          <Notice tone="ok">{done}</Notice>
        ) : (
          <ActionForm
            action={confirmAction}
            errorWords={errorWords(language)}
            submit={t('confirm.button', name)}
            fields={[{ kind: 'hidden', name: 'token', value: token }]}
            once
            done={done}
          />
        )}
      </Sheet>
    </div>
  );
}
