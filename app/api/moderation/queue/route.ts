import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { look } from '@/lib/moderation/commands/look';
import { decidedWords, lookingWords } from '@/lib/moderation/queue/decided-words';
import { statesOf } from '@/lib/moderation/queue/states';
import { refusing } from '../refusing';

/** How the items in a moderator's view stand, in words: who decided meanwhile, who looks. */
export async function GET(request: Request): Promise<Response> {
  return refusing(async () => {
    const member = requireMember(await currentActor());
    const ids = new URL(request.url).searchParams.get('ids')?.split(',') ?? [];
    const states = await statesOf(member, ids);
    return Response.json(
      states.map(({ id, decided, lookers }) => ({
        id,
        looking: lookers.length > 0 ? lookingWords(member.language, lookers) : '',
        decision:
          decided && decided.by?.id !== member.id
            ? { id: decided.id, undone: decided.action === 'undone', said: decidedWords(member.language, decided) }
            : null,
      })),
    );
  });
}

/** Says which item this moderator looks at. */
export async function POST(request: Request): Promise<Response> {
  return refusing(async () => {
    await look(requireMember(await currentActor()), await request.json().catch(() => null));
    return new Response(null, { status: 204 });
  });
}
