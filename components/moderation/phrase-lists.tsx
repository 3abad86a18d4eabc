import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/sheet';
import type { FormAction } from '@/components/ui/use-form-action';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { PhrasesView } from '@/lib/moderation/phrases';
import { MAX_TRIED } from '@/lib/moderation/schema';
import { LONGEST_PHRASE, MOST_PHRASES } from '@/lib/screening/phrase-list';
import { TryText } from './try-text';

interface PhraseListsProps {
  lists: PhrasesView;
  /** Null for the site's. */
  blogId: string | null;
  /** Where the form leads back to. */
  back: string;
  saved: boolean;
  language: string;
  set: FormAction;
  tryText: FormAction;
}

/** Two lists to be written, a text to be tried on them, and who changed them when. */
export function PhraseLists({ lists, blogId, back, saved, language, set, tryText }: PhraseListsProps) {
  const t = words(language, 'phrases');
  const errors = errorWords(language);
  const asText = (phrases: readonly string[]) => phrases.join('\n');
  return (
    <>
      {saved ? (
        <div role="status">
          <Notice tone="ok">{t('saved')}</Notice>
        </div>
      ) : null}
      <p className="text-sm text-soft">
        {t('syntax')} {t('limits', { phrases: MOST_PHRASES, letters: LONGEST_PHRASE })}
      </p>
      <ActionForm
        action={set}
        errorWords={errors}
        submit={t('save')}
        label={t('title')}
        fields={[
          { kind: 'hidden', name: 'blogId', value: blogId ?? '' },
          { kind: 'hidden', name: 'back', value: back },
          { kind: 'hidden', name: 'seen', value: String(lists.version) },
          { kind: 'area', name: 'banned', label: t('banned'), hint: t('banned-hint'), value: asText(lists.banned), rows: 8, dir: 'auto' },
          {
            kind: 'area',
            name: 'suspect',
            label: t('suspect'),
            hint: t('suspect-hint'),
            value: asText(lists.suspect),
            rows: 8,
            dir: 'auto',
          },
        ]}
      />
      <Section title={t('try')} intro={t('try-intro')}>
        <TryText
          action={tryText}
          blogId={blogId ?? ''}
          maxLength={MAX_TRIED}
          errorWords={errors}
          words={{
            text: t('try-text'),
            now: t('try-now'),
            banned: t('hits-banned', { phrase: '{phrase}' }),
            suspect: t('hits-suspect', { phrase: '{phrase}' }),
            none: t('hits-none'),
          }}
        />
      </Section>
      <Section title={t('changes')}>
        <Changes lists={lists} language={language} />
      </Section>
    </>
  );
}

function Changes({ lists: { version, changes }, language }: { lists: PhrasesView; language: string }) {
  const t = words(language, 'phrases');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  if (changes.length === 0) return <p className="text-soft">{version > 0 ? t('first', { version }) : t('never')}</p>;
  return (
    <ol className="grid gap-1.5 text-sm text-soft">
      {changes.map(({ by, createdAt, ...change }) => (
        <li key={change.version} dir="auto">
          {t('change', { ...change, name: by ?? t('left'), date: date(createdAt) })}
        </li>
      ))}
    </ol>
  );
}
