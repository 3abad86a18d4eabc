import { recordProofByCall } from '@/lib/accounts/commands/record-proof';
import { REFUSALS, Refused } from '@/lib/core/refused';

/** A call is a few lines. */
const LONGEST = 4_000;

/** An outside verifier says what somebody has proven, in a call that is signed with `PROOF_SECRET` and taken once. */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  try {
    if (body.length > LONGEST) throw new Refused('too-large');
    const { headers } = request;
    await recordProofByCall({ time: headers.get('x-bulb-time') ?? '', signature: headers.get('x-bulb-signature') ?? '', body });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof Refused) return Response.json({ reason: error.reason }, { status: REFUSALS[error.reason] });
    throw error;
  }
}
