import type { FormField } from '@/components/ui/action-form';
import { BLOG_COLOURS, type BlogView, FILTER_LEVELS, type FilterLevel } from '@/lib/blogs/view';
import { BLOG_LANGUAGES } from '@/lib/core/languages';
import { words } from '@/lib/core/words';

/** The fields of a blog's form; `language` is the member's. */
export function blogFields(language: string, blog?: BlogView, level: FilterLevel = 'standard'): FormField[] {
  const t = words(language, 'blogs');
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const value = (text: string | undefined) => (text === undefined ? {} : { value: text });
  return [
    { name: 'name', label: t('name'), required: true, maxLength: 80, dir: 'auto', ...value(blog?.name) },
    { name: 'handle', label: t('handle'), hint: t('handle-hint'), required: true, maxLength: 39, dir: 'ltr', ...value(blog?.handle) },
    { kind: 'area', name: 'description', label: t('description'), rows: 2, maxLength: 2000, dir: 'auto', ...value(blog?.description) },
    {
      kind: 'select',
      name: 'language',
      label: t('language'),
      value: blog?.language ?? language,
      options: BLOG_LANGUAGES.map((code) => ({ value: code, label: names.of(code) ?? code })),
    },
    {
      kind: 'select',
      name: 'colour',
      label: t('colour'),
      value: blog?.colour ?? 'slate',
      options: BLOG_COLOURS.map((colour) => ({ value: colour, label: t(`colours.${colour}`) })),
    },
    {
      kind: 'select',
      name: 'filterLevel',
      label: t('filter'),
      hint: t('filter-hint'),
      value: level,
      options: FILTER_LEVELS.map((one) => ({ value: one, label: t(`filters.${one}`) })),
    },
  ];
}
