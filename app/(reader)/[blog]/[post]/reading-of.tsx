import { Reading } from '@/components/reading/reading';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { measureAction } from './actions';

/** The place under a post where its reader is asked, and told, about measuring. */
export function ReadingOf({ postId, language }: { postId: string; language: string }) {
  const t = words(language, 'reading');
  return (
    <Reading
      postId={postId}
      language={language}
      action={measureAction}
      errorWords={errorWords(language)}
      words={{
        ask: {
          title: t('ask.title'),
          what: t('ask.what'),
          who: t('ask.who'),
          free: t('ask.free'),
          yes: t('ask.yes'),
          no: t('ask.no'),
          more: t('ask.more'),
        },
        line: {
          today: t('line.today', { minutes: '{minutes}' }),
          on: t('line.on'),
          fault: t('line.fault'),
          hide: t('line.hide'),
          more: t('line.more'),
        },
        said: t('ask.said-no'),
      }}
    />
  );
}
