import type { QuickPath } from '@/lib/core/quick-forms';

interface Action {
  /** Where the form stands, and the action that it sends to. */
  path: string;
  id: string;
  fields: Record<string, string>;
}

/** Finds in a page the id of the action of the form in which `within` matches. */
export function actionIn(html: string, within: RegExp): string {
  const at = within.exec(html)?.index ?? -1;
  const form = html.slice(html.lastIndexOf('<form', at));
  const found = /\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec(form)?.[1];
  if (at < 0 || !found) throw new Error(`no action around ${within}`);
  return found;
}

export interface Answered {
  status: number;
  cookies: string[];
  /** The action's own word: done, refused, bug. */
  kind: string;
  text: string;
}

/** A form that the page's scripts send past Next. */
interface Quick {
  path: QuickPath;
  fields: Record<string, string>;
}

export interface Person {
  token: string;
  address: string;
}

const headersOf = (port: number, person: Person) => {
  const site = new URL(process.env.SITE_URL ?? `http://localhost:${port}`);
  return {
    origin: site.origin,
    'x-forwarded-host': site.host,
    'x-forwarded-for': person.address,
    cookie: `next-auth.session-token=${person.token}; bulb-signed-in=1`,
  };
};

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  return { status: response.status, cookies: response.headers.getSetCookie(), kind: /"kind":"(\w+)"/.exec(text)?.[1] ?? '', text };
}

/** Sends a form as the page's scripts do, from an address of its own. */
export async function send(port: number, action: Action, person: Person): Promise<Answered> {
  const body = new FormData();
  for (const [name, value] of Object.entries(action.fields)) body.append(`_1_${name}`, value);
  body.append('0', '[{"kind":"idle"},"$K1"]');
  const headers = { ...headersOf(port, person), accept: 'text/x-component', 'next-action': action.id };
  return answered(await fetch(`http://localhost:${port}${action.path}`, { method: 'POST', body, headers }));
}

/** The same of such a form. */
export async function sendQuick(port: number, { path, fields }: Quick, person: Person): Promise<Answered> {
  const body = new URLSearchParams(fields);
  return answered(await fetch(`http://localhost:${port}${path}`, { method: 'POST', body, headers: headersOf(port, person) }));
}
