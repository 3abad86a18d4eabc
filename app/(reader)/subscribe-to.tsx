import { Subscribe } from '@/components/subscriptions/subscribe';
import type { BlogView } from '@/lib/blogs/view';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { endSubscriptionAction, subscribeByMailAction, subscribeMemberAction } from './subscribe-actions';

export function SubscribeTo({ blog }: { blog: BlogView }) {
  const t = words(blog.language, 'subscriptions');
  const name = { blog: blog.name };
  return (
    <Subscribe
      blogId={blog.id}
      errorWords={errorWords(blog.language)}
      byMail={subscribeByMailAction}
      byMember={subscribeMemberAction}
      end={endSubscriptionAction}
      words={{
        title: t('form.title', name),
        text: t('form.text'),
        email: t('form.email'),
        button: t('form.button'),
        short: t('form.short', name),
        sent: t('form.sent', name),
        already: t('form.already', name),
        leave: t('form.leave'),
      }}
    />
  );
}
