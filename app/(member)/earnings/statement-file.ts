import { currentActor } from '@/lib/accounts/session';
import { type Statement, statementOf } from '@/lib/earnings/queries';
import { numberIn } from './number-in';

interface File {
  ending: 'csv' | 'json';
  type: string;
  write: (statement: Statement, language: string) => string;
}

/** Somebody's own statement as a file; nobody else's, and kept by nothing on the way. */
export async function statementFile(segment: string, { ending, type, write }: File): Promise<Response> {
  const actor = await currentActor();
  const week = numberIn(segment);
  const kept = { 'cache-control': 'private, no-store' };
  if (actor.kind === 'guest') return new Response(null, { status: 303, headers: { ...kept, location: '/sign-in?next=/earnings' } });
  const statement = week === null ? null : await statementOf(actor, week);
  if (!statement) return new Response(null, { status: 404, headers: kept });
  const headers = {
    ...kept,
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="statement-${statement.epoch}.${ending}"`,
    'x-content-type-options': 'nosniff',
  };
  return new Response(write(statement, actor.language), { headers });
}
