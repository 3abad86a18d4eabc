import { ActionForm } from '@/components/ui/action-form';
import type { SeenProof } from '@/lib/accounts/proofs';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { SeenPerson } from '@/lib/earnings/unusual';
import { revokeProofAction } from '../actions';

/** What somebody has proven or had, and what came of it. */
export function SeenProofs({ person, language }: { person: SeenPerson; language: string }) {
  if (person.proofs.length === 0) return <p className="text-soft">{words(language, 'holds')('admin.proofs-none')}</p>;
  return (
    <ul className="grid gap-3">
      {person.proofs.map((proof) => (
        <li key={proof.id} className="grid gap-2 border-line border-b pb-3">
          <Proof proof={proof} person={person} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Proof({ proof, person, language }: { proof: SeenProof; person: SeenPerson; language: string }) {
  const t = words(language, 'holds');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium' });
  const kind = t(`proofs.kinds.${proof.kind}`);
  const { id, by, byProvider, createdAt, endedAt, wrong, taken } = proof;
  return (
    <>
      <p dir="auto" className="text-sm">
        {byProvider
          ? t('admin.proof-by-provider', { kind, date: date(createdAt) })
          : t('admin.proof-by', { kind, date: date(createdAt), name: by ?? t('admin.left') })}
      </p>
      {taken ? <p className="text-sm text-soft">{t('admin.proof-taken')}</p> : null}
      {endedAt ? (
        <p className="text-sm text-soft">{t(wrong ? 'admin.proof-wrong' : 'admin.proof-removed', { date: date(endedAt) })}</p>
      ) : null}
      {wrong || person.own ? null : (
        <ActionForm
          action={revokeProofAction}
          errorWords={errorWords(language)}
          submit={t('admin.revoke')}
          kind="plain"
          small
          label={t('admin.revoke-this', { kind })}
          fields={[
            { kind: 'hidden', name: 'of', value: person.handle },
            { kind: 'hidden', name: 'proofId', value: id },
          ]}
        />
      )}
    </>
  );
}
