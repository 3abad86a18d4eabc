import { REFUSALS, Refused } from '@/lib/core/refused';

/** Answers a program's request; a refusal is its reason and status. */
export async function refusing(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) return Response.json({ reason: error.reason }, { status: REFUSALS[error.reason] });
    throw error;
  }
}
