import { Notice } from '@/components/ui/notice';
import { words } from '@/lib/core/words';
import { slowWords } from '@/lib/moderation/slow-words';
import type { PostView } from '@/lib/posts/view';

/** That nothing more is taken, or not so often, and why. */
export function ThreadRules({ rules, language }: { rules: PostView['thread']; language: string }) {
  const t = words(language, 'sanctions');
  if (rules.state === 'open' && rules.slowSeconds === 0) return null;
  return (
    <div className="mt-6">
      <Notice tone="amber">
        {rules.state === 'closed' ? t('notice.closed') : null}
        {rules.state === 'locked' ? t('notice.locked') : null}
        {rules.state === 'open' ? `${t('notice.slowed', { seconds: rules.slowSeconds })} ${slowWords(language, rules.slowReason)}` : null}
      </Notice>
    </div>
  );
}
