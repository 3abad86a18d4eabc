import { notFound } from 'next/navigation';
import { BudgetTable } from '@/components/earnings/budget-table';
import { ProposeForm } from '@/components/earnings/propose-form';
import { RuleEffect } from '@/components/earnings/rule-effect';
import { RuleTable } from '@/components/earnings/rule-table';
import { RuleVersions } from '@/components/earnings/rule-versions';
import { differing, type TypedRule } from '@/components/earnings/rule-words';
import { ActionForm } from '@/components/ui/action-form';
import { Section, Sheet } from '@/components/ui/sheet';
import { isAdmin } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { type FieldErrors, Refused } from '@/lib/core/refused';
import { formats, words } from '@/lib/core/words';
import { previewRule } from '@/lib/earnings/preview';
import type { RuleNumbers } from '@/lib/earnings/rule';
import { numbersFrom, RULE_FIELDS, typedRule } from '@/lib/earnings/rule-form';
import { announcedRules, ruleAt } from '@/lib/earnings/rules';
import { NOTICE_DAYS } from '@/lib/earnings/starts';
import { withdrawRuleAction } from '../actions';
import { Tabs } from '../tabs';
import { Announce } from './announce';

type Query = Record<string, string | string[] | undefined>;

/** The rule in force and the one that waits, every version there was, and a change to be proposed with its effect before it is announced. */
export default async function Rules({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest' || !isAdmin(actor)) notFound();
  const { language } = actor;
  const t = words(language, 'epochs');
  const now = new Date();
  const [rules, inForce, query] = [await announcedRules(), await ruleAt(now), await searchParams];
  const waits = rules.find(({ startsAt, withdrawn }) => !withdrawn && startsAt > now);
  const present = typedRule(inForce);
  const asked = query.preview === '1' ? asTyped(query, present) : null;
  const { numbers, faults } = asked ? read(asked) : { numbers: null, faults: {} };
  const preview = numbers && (await previewRule(actor, numbers));
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'long' });
  return (
    <Sheet title={t('rules.title')} intro={t('rules.intro', { days: NOTICE_DAYS })} wide>
      <Tabs current="rules" language={language} />
      <Section
        title={t('rules.in-force', { version: inForce.version })}
        intro={inForce.from === 0 ? t('rules.since-ever') : t('rules.since', { date: date(new Date(inForce.from)) })}
      >
        <RuleTable rule={present} caption={t('rules.in-force', { version: inForce.version })} language={language} />
        <BudgetTable rule={inForce} caption={t('rules.in-force', { version: inForce.version })} language={language} />
      </Section>
      {waits ? (
        <Section title={t('rules.waits', { version: waits.rule.version, date: date(waits.startsAt) })} intro={t('rules.waits-text')}>
          <RuleTable
            rule={typedRule(waits.rule)}
            before={present}
            only={differing(typedRule(waits.rule), present)}
            caption={t('rules.waits', { version: waits.rule.version, date: date(waits.startsAt) })}
            language={language}
          />
          <ActionForm
            action={withdrawRuleAction}
            errorWords={errorWords(language)}
            submit={t('rules.withdraw')}
            kind="danger"
            label={t('rules.withdraw')}
            fields={[
              { kind: 'hidden', name: 'version', value: String(waits.rule.version) },
              { kind: 'area', name: 'words', label: t('rules.words'), hint: t('rules.words-hint'), rows: 2, maxLength: 1_000, dir: 'auto' },
            ]}
          />
        </Section>
      ) : null}
      <Section title={t('rules.propose')} intro={t('rules.propose-intro')}>
        <ProposeForm typed={asked ?? present} faults={faults} language={language} />
      </Section>
      {asked && numbers ? (
        <div id="effect" className="scroll-mt-20">
          <Section
            title={preview ? t('rules.effect', { number: preview.number }) : t('rules.preview')}
            intro={preview ? t('rules.effect-intro', { number: preview.number }) : t('rules.nothing')}
          >
            <RuleTable rule={asked} before={present} only={differing(asked, present)} caption={t('rules.by-new')} language={language} />
            <BudgetTable rule={numbers} before={inForce} caption={t('rules.by-new')} language={language} />
            {preview ? <RuleEffect preview={preview} language={language} /> : null}
            {waits ? null : <Announce typed={asked} version={(rules[0]?.rule.version ?? 0) + 1} now={now} language={language} />}
          </Section>
        </div>
      ) : null}
      <Section title={t('rules.versions')}>
        <RuleVersions rules={rules} language={language} />
      </Section>
    </Sheet>
  );
}

/** What was typed, as far as the address says it. */
function asTyped(query: Query, present: TypedRule): TypedRule {
  const typed = { ...present };
  for (const { name } of RULE_FIELDS) {
    const value = query[name];
    if (typeof value === 'string') typed[name] = value.slice(0, 24);
  }
  return typed;
}

function read(typed: TypedRule): { numbers: RuleNumbers | null; faults: FieldErrors } {
  try {
    return { numbers: numbersFrom(typed), faults: {} };
  } catch (error) {
    if (error instanceof Refused) return { numbers: null, faults: error.fields };
    throw error;
  }
}
