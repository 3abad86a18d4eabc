import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { Decision } from '@/lib/moderation/appeals';
import { ruleWords } from '@/lib/moderation/rule-words';
import { MAX_APPEAL } from '@/lib/moderation/schema';
import { Receipt } from '../../receipt';
import { appealAction } from './actions';

/** For its writer: what was decided against the comment, by which rule, and how to appeal or what came of it. */
export function Decisions({ decisions, language }: { decisions: readonly Decision[]; language: string }) {
  const t = words(language, 'appeals');
  return decisions.map((decision, nth) => (
    <Section key={decision.eventId} title={nth === 0 ? t('told.title') : t('told.title-old')}>
      <Told decision={decision} language={language} />
      {decision.mayAppeal ? (
        <ActionForm
          action={appealAction}
          errorWords={errorWords(language)}
          submit={t('told.send')}
          label={t('told.send')}
          fields={[
            { kind: 'hidden', name: 'eventId', value: decision.eventId },
            { kind: 'area', name: 'text', label: t('told.text'), rows: 5, maxLength: MAX_APPEAL, required: true, dir: 'auto' },
          ]}
        />
      ) : null}
      {decision.appeal ? <Receipt appeal={decision.appeal} language={language} /> : null}
    </Section>
  ));
}

function Told({ decision, language }: { decision: Decision; language: string }) {
  const t = words(language, 'appeals');
  const comments = words(language, 'comments');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'long' });
  const { byMachine, rule, reason, said, decidedAt, until, mayAppeal, withBan, appeal } = decision;
  const named = rule ? ruleWords(language, rule) : reason ? comments(`reasons.${reason}`) : '';
  return (
    <div className="grid gap-1.5">
      <p>{byMachine ? t('told.by-machine') : t('told.by-human')}</p>
      {named ? <p>{t('told.rule', { rule: named })}</p> : null}
      {said ? (
        <p dir="auto" className="whitespace-pre-line">
          {t('told.said', { said })}
        </p>
      ) : null}
      <p className="text-sm text-soft">
        {t('told.on', { date: date(decidedAt) })}{' '}
        {appeal || withBan || until === null
          ? null
          : mayAppeal
            ? t('told.until', { date: date(until) })
            : t('told.over', { date: date(until) })}
      </p>
      {withBan ? (
        <p className="text-sm">
          {t('told.with-ban')}{' '}
          <a className="link" href="/settings#standing">
            {t('told.with-ban-link')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
