import { Button } from '@/components/ui/button';
import { controlClass } from '@/components/ui/control';
import { Select } from '@/components/ui/select';
import { words } from '@/lib/core/words';
import { type Asked, tabOf } from '@/lib/moderation/queue/asked';
import { RULES, ruleWords } from '@/lib/moderation/rule-words';
import { REMOVAL_REASONS } from '@/lib/moderation/schema';

interface FiltersProps {
  asked: Asked;
  blogs: readonly { handle: string; name: string }[];
  language: string;
}

/** Search and filters of the queue; the choice is in the address. */
export function Filters({ asked, blogs, language }: FiltersProps) {
  const t = words(language, 'queue');
  const comments = words(language, 'comments');
  const any = { value: '', label: t('filters.any') };
  const set = Boolean(asked.blog || asked.rule || asked.reason);
  return (
    <search>
      <form action="/admin" className="grid gap-2">
        <input type="hidden" name="tab" value={tabOf(asked)} />
        <div className="flex gap-2">
          <label htmlFor="queue-search" className="sr-only">
            {t('filters.search')}
          </label>
          <input
            id="queue-search"
            type="search"
            name="q"
            defaultValue={asked.q}
            maxLength={100}
            dir="auto"
            placeholder={t('filters.search')}
            className={controlClass(false)}
          />
          <Button kind="plain">{t('filters.find')}</Button>
        </div>
        <details open={set}>
          <summary className="inline-flex min-h-11 items-center text-sm text-soft">{t('filters.more')}</summary>
          <div className="grid gap-3 pt-1 sm:grid-cols-3">
            <Select
              label={t('filters.blog')}
              name="blog"
              defaultValue={asked.blog ?? ''}
              options={[any, ...blogs.map(({ handle, name }) => ({ value: handle, label: name }))]}
            />
            <Select
              label={t('filters.rule')}
              name="rule"
              defaultValue={asked.rule ?? ''}
              options={[any, ...RULES.map((rule) => ({ value: rule, label: ruleWords(language, rule) }))]}
            />
            <Select
              label={t('filters.reason')}
              name="reason"
              defaultValue={asked.reason ?? ''}
              options={[any, ...REMOVAL_REASONS.map((value) => ({ value, label: comments(`reasons.${value}`) }))]}
            />
          </div>
        </details>
      </form>
    </search>
  );
}
