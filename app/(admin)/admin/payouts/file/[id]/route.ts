import { currentActor } from '@/lib/accounts/session';
import { isUuid } from '@/lib/core/keys';
import { Refused } from '@/lib/core/refused';
import { payoutFile } from '@/lib/payouts/file';

/** The file of a sending by hand, for admins alone. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  try {
    if (actor.kind === 'guest' || !isUuid(id)) return new Response(null, { status: 404 });
    const { name, text } = await payoutFile(actor, id);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    };
    return new Response(text, { headers });
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 404 });
    throw error;
  }
}
