import { randomUUID } from 'node:crypto';
import { newToken, tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';

/** People of the bench: a year here, signed in, with comments of theirs known. */
export interface Crowd {
  tokens: string[];
  ids: string[];
}

export async function crowd(size: number): Promise<Crowd> {
  const tokens = Array.from({ length: size }, newToken);
  const ids = tokens.map(() => randomUUID());
  const then = new Date(Date.now() - 365 * 86_400_000);
  await db.member.createMany({
    data: ids.map((id, nth) => ({
      id,
      name: `Reader ${nth}`,
      handle: `reader-${nth}`,
      email: `reader-${nth}@bench.example`,
      emailVerifiedAt: then,
      createdAt: then,
    })),
  });
  await db.session.createMany({
    data: ids.map((memberId, nth) => ({ memberId, tokenHash: tokenHash(tokens[nth] ?? ''), expiresAt: new Date(Date.now() + 86_400_000) })),
  });
  return { tokens, ids };
}

export interface Action {
  /** Where the form stands, and the action that it sends to. */
  path: string;
  id: string;
  fields: Record<string, string>;
}

/** Finds in a page the id of the action behind the form or field that `near` matches. */
export function actionIn(html: string, near: RegExp): string {
  const at = near.exec(html)?.index ?? -1;
  const found = [...html.slice(0, at).matchAll(/\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/g)].at(-1)?.[1];
  if (at < 0 || !found) throw new Error(`no action near ${near}`);
  return found;
}

export interface Answered {
  status: number;
  cookies: string[];
  /** The action's own word: done, refused, bug. */
  kind: string;
  text: string;
}

/** Sends a form as the page's scripts do, from an address of its own. */
export async function send(port: number, action: Action, person: { token: string; address: string }): Promise<Answered> {
  const body = new FormData();
  for (const [name, value] of Object.entries(action.fields)) body.append(`1_${name}`, value);
  body.append('0', '[{"kind":"idle"},"$K1"]');
  const site = new URL(process.env.SITE_URL ?? `http://localhost:${port}`);
  const response = await fetch(`http://localhost:${port}${action.path}`, {
    method: 'POST',
    body,
    headers: {
      accept: 'text/x-component',
      'next-action': action.id,
      origin: site.origin,
      'x-forwarded-host': site.host,
      'x-forwarded-for': person.address,
      cookie: `next-auth.session-token=${person.token}; bulb-signed-in=1`,
    },
  });
  const text = await response.text();
  return { status: response.status, cookies: response.headers.getSetCookie(), kind: /"kind":"(\w+)"/.exec(text)?.[1] ?? '', text };
}
