import { databaseAnswers } from '@/lib/jobs/health';

export const dynamic = 'force-dynamic';

/** For load balancers and monitors: 200 when this process and its database work, 503 when not. */
export async function GET(): Promise<Response> {
  const database = await databaseAnswers();
  return Response.json({ process: 'ok', database: database ? 'ok' : 'down' }, { status: database ? 200 : 503 });
}
