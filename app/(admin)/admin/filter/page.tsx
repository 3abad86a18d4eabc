import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { isAdmin, isSiteModerator } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { formats, words } from '@/lib/core/words';
import { type FilterState, filterState } from '@/lib/moderation/filter-state';
import { FEWEST_OF_EACH } from '@/lib/relevance/learned/model';
import { ageWords, languageName } from '../reason-words';
import { Holds } from './holds';
import { Teachers } from './teachers';

export default async function Filter() {
  const actor = await currentActor();
  if (actor.kind === 'guest' || !isSiteModerator(actor)) notFound();
  const { language } = actor;
  const t = words(language, 'filter');
  const state = await filterState(actor);
  const { byLanguage, byAge } = state.falseHolds;
  const holds = { language, name: (of: string) => languageName(language, of) };
  return (
    <Sheet title={t('title')} intro={<Intro state={state} language={language} />} wide>
      <Section title={t('languages.title')}>
        {state.languages.length === 0 ? (
          <EmptyState title={t('languages.empty')}>{t('languages.empty-text')}</EmptyState>
        ) : (
          <Languages languages={state.languages} language={language} />
        )}
      </Section>
      <Section title={t('holds.title')} intro={t('holds.intro')}>
        {byLanguage.length === 0 ? (
          <EmptyState title={t('holds.empty')}>{t('holds.empty-text')}</EmptyState>
        ) : (
          <>
            <Holds {...holds} caption={t('holds.by-language')} of={t('holds.language')} rows={byLanguage} />
            <Holds {...holds} caption={t('holds.by-age')} of={t('holds.age')} rows={byAge} name={(band) => ageWords(language, band)} />
          </>
        )}
      </Section>
      <Section title={t('people.title')} intro={t('people.intro')}>
        {state.teachers.length === 0 ? (
          <p className="text-soft">{t('people.empty')}</p>
        ) : (
          <Teachers teachers={state.teachers} mayLeaveOut={isAdmin(actor)} language={language} />
        )}
      </Section>
    </Sheet>
  );
}

function Intro({ state, language }: { state: FilterState; language: string }) {
  const t = words(language, 'filter');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p>{t('intro', { fewest: FEWEST_OF_EACH })}</p>
      <p className="mt-2 text-sm">
        {t('learned', { version: state.version, count: state.decisions })}
        {state.lastDecisionAt ? ` ${t('last', { date: date(state.lastDecisionAt) })}` : ''}
        {state.storedAt ? ` ${t('stored', { date: date(state.storedAt) })}` : ''}
      </p>
    </>
  );
}

function Languages({ languages, language }: { languages: FilterState['languages']; language: string }) {
  const t = words(language, 'filter');
  const { number } = formats(language);
  const missing = (count: number) => Math.max(0, FEWEST_OF_EACH - count);
  const head = [t('languages.language'), t('languages.wanted'), t('languages.unwanted'), t('languages.state')];
  return (
    <Table caption={t('languages.title')} head={head}>
      {languages.map(({ language: of, wanted, unwanted, known }) => (
        <tr key={of} className="tabular-nums">
          <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-normal">
            {languageName(language, of)}
          </th>
          <td>{number(wanted)}</td>
          <td>{number(unwanted)}</td>
          <td>{known ? t('languages.known') : t('languages.unknown', { wanted: missing(wanted), unwanted: missing(unwanted) })}</td>
        </tr>
      ))}
    </Table>
  );
}
