import { archiveOf } from '@/lib/accounts/archive';
import { takeTurn } from '@/lib/accounts/limits';
import { currentActor } from '@/lib/accounts/session';
import { earningArchive } from '@/lib/earnings/archive';
import { payoutRecordsOf } from '@/lib/payouts/records';
import { readingArchive } from '@/lib/reading/archive';

export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === 'guest') return Response.redirect(new URL('/sign-in?next=/settings', request.url), 303);
  await takeTurn('account', actor);
  const headers = { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${actor.handle}.zip"` };
  const more = { ...(await readingArchive(actor)), ...(await earningArchive(actor)), ...(await payoutRecordsOf(actor)) };
  return new Response(await archiveOf(actor, more), { headers });
}
