import type { EditorWords } from './words';

export type Saving = 'saved' | 'saving' | 'unsaved' | 'offline';

export function SaveState({ saving, words, text, language }: { saving: Saving; words: EditorWords; text: string; language: string }) {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) count += 1;
  return (
    <p className="grow text-[13px] text-faint">
      <span role="status">{words[saving]}</span>
      {count > 0 ? ` · ${words.words.replace('{count}', String(count))}` : ''}
    </p>
  );
}
