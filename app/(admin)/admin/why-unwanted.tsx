import { Badge } from '@/components/ui/badge';
import { currentActor } from '@/lib/accounts/session';
import { formats, words } from '@/lib/core/words';
import { explainVerdict } from '@/lib/moderation/explain-verdict';
import { reasonWords } from './reason-words';

/** Less likely than not is no reason to look. */
const LIKELY = 0.5;

/** Why the learned filter finds a comment unwanted; nothing where it does not, or does not know. */
export async function WhyUnwanted({ commentId, language }: { commentId: string; language: string }) {
  const actor = await currentActor();
  const why = actor.kind === 'member' ? await explainVerdict(actor, commentId, LIKELY) : null;
  if (!why) return null;
  const t = words(language, 'filter');
  // Nothing is quite certain: 99.8 per cent is not a hundred.
  const share = formats(language).number(Math.floor(why.probability * 100) / 100, { style: 'percent' });
  return (
    <details className="mt-3 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-soft underline decoration-line underline-offset-4">
        {t('why.title', { share })}
      </summary>
      <p className="text-[13px] text-faint">{t('why.intro')}</p>
      <ul className="mt-2 grid gap-2">
        {why.reasons.map(({ kind, text, contribution }) => (
          <li key={`${kind} ${text}`} className="flex flex-wrap items-center gap-2 break-words">
            {contribution > 0 ? <Badge tone="bad">{t('why.against')}</Badge> : <Badge tone="ok">{t('why.for')}</Badge>}
            <span className="min-w-0 break-words">{reasonWords(language, { kind, text })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
