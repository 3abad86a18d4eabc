import { words } from '@/lib/core/words';

const KEYS = [
  'title',
  'standfirst',
  'body',
  'placeholder',
  'markdown',
  'markdown-hint',
  'tags',
  'tags-hint',
  'cover',
  'cover-url',
  'cover-remove',
  'cover-now',
  'alt',
  'caption',
  'credit',
  'save',
  'publish',
  'update',
  'unpublish',
  'preview',
  'read',
  'saved',
  'saving',
  'unsaved',
  'offline',
  'published',
  'kept',
  'bring-back',
  'forget',
  'bubble',
  'bold',
  'italic',
  'code',
  'link',
  'link-address',
  'set',
  'blocks',
  'heading',
  'subheading',
  'list',
  'numbered',
  'quote',
  'code-block',
  'line',
  'image',
  'insert',
  'cancel',
] as const;

export type EditorWords = Record<(typeof KEYS)[number], string> & { words: string };

/** The editor's words as plain text; `words` keeps its `{count}`. */
export function editorWords(language: string): EditorWords {
  const t = words(language, 'editor');
  const said = Object.fromEntries(KEYS.map((key) => [key, t(key)])) as Record<(typeof KEYS)[number], string>;
  return { ...said, words: t('words', { count: '{count}' }) };
}
