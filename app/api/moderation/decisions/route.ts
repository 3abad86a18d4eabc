import type { Told } from '@/components/moderation/desk';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { type CarriedOut, carryOut } from '@/lib/moderation/commands/carry-out';
import { decidedWords } from '@/lib/moderation/queue/decided-words';
import { refusing } from '../refusing';

/** What a desk gathered, in its order; answers with a list for each step of what became of its comments, in words. */
export async function POST(request: Request): Promise<Response> {
  return refusing(async () => {
    const member = requireMember(await currentActor());
    const all = await carryOut(member, await request.json().catch(() => null));
    return Response.json(all.map((one) => toldOf(one, member.language)));
  });
}

function toldOf(one: CarriedOut, language: string): Told[] {
  const { reasons } = errorWords(language);
  if (one.do === 'undo')
    return one.undone.map((undone): Told => {
      const { commentId: id } = undone;
      return undone.kind === 'done' ? { id, kind: 'done', seen: undone.seen } : { id, kind: 'failed', said: reasons[undone.reason] };
    });
  return one.outcomes.map((outcome): Told => {
    const { commentId: id } = outcome;
    if (outcome.kind === 'done') return { id, kind: 'done', seen: outcome.seen };
    if (outcome.kind === 'already') return { id, kind: 'already', said: decidedWords(language, outcome.decided) };
    return { id, kind: 'failed', said: reasons[outcome.kind] };
  });
}
