import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/sheet';
import type { OwnProof } from '@/lib/accounts/proofs';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { removeProofAction } from './held-actions';

/** What somebody has proven, and the way to remove it. */
export function Proofs({ proofs, language }: { proofs: readonly OwnProof[]; language: string }) {
  const t = words(language, 'holds');
  return (
    <div id="proofs" className="scroll-mt-20">
      <Section title={t('proofs.title')} intro={t('proofs.intro')}>
        <p className="text-sm text-soft">{t('proofs.kept')}</p>
        {proofs.length === 0 ? (
          <p>{t('proofs.none')}</p>
        ) : (
          <ul className="grid gap-3">
            {proofs.map((proof) => (
              <Proof key={proof.id} proof={proof} language={language} />
            ))}
          </ul>
        )}
        {proofs.length > 0 ? <p className="text-sm text-soft">{t('proofs.removed-text')}</p> : null}
      </Section>
    </div>
  );
}

function Proof({ proof: { id, kind, createdAt, taken }, language }: { proof: OwnProof; language: string }) {
  const t = words(language, 'holds');
  const name = t(`proofs.kinds.${kind}`);
  return (
    <li className="grid gap-2 border-line border-b pb-3">
      <p>
        <span className="font-medium">{name}</span>{' '}
        <span className="text-sm text-soft">
          {t('proofs.since', { date: formats(language).dateTime(createdAt, { dateStyle: 'long' }) })}
        </span>
      </p>
      {taken ? <p className="text-sm text-soft">{t('proofs.taken')}</p> : null}
      <ActionForm
        action={removeProofAction}
        errorWords={errorWords(language)}
        submit={t('proofs.remove')}
        kind="plain"
        small
        label={t('proofs.remove-this', { kind: name })}
        fields={[{ kind: 'hidden', name: 'proofId', value: id }]}
      />
    </li>
  );
}
