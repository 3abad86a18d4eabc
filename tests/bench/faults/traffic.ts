import http from 'node:http';
import { QUICK } from '@/lib/core/quick-forms';
import { phrase } from '../phrase';
import { actionIn, send, sendQuick } from '../writes';
import type { Truth } from './truth';

export interface Place {
  path: string;
  postId: string;
  title: string;
  comments: string[];
  comment: string;
}

interface Scene {
  ports: readonly number[];
  places: readonly Place[];
  people: { tokens: string[]; ids: string[] };
  truth: Truth;
}

const WITHIN = 1_000;
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

interface Page {
  status: number;
  text: string;
  cacheStatus: string;
}

export function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Page> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { host: '127.0.0.1', port, path, agent, timeout: 20_000, headers: { host: `localhost:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            cacheStatus: String(response.headers['cache-status'] ?? ''),
          }),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer in 20 s')));
    request.on('error', reject);
  });
}

export async function placeAt(port: number, path: string): Promise<Place> {
  const { text } = await get(port, `${path}?view=newest`);
  return {
    path,
    postId: /name="postId" value="([^"]+)"/.exec(text)?.[1] ?? '',
    title: /<h1[^>]*>([^<]+)/.exec(text)?.[1] ?? 'no title',
    comments: [...text.matchAll(/ value="([0-9a-f-]{36}) 1"/g)].map(([, id = '']) => id).slice(0, 8),
    comment: actionIn(text, /<textarea/),
  };
}

/** Reads a page on any process and holds it against what was acknowledged before. */
export async function read({ ports, places, truth }: Scene): Promise<void> {
  const place = pick(places);
  const [port, began] = [pick(ports), performance.now()];
  const due = truth.due(place.path, began, WITHIN);
  const { hurt, calm } = truth;
  const page = await get(port, `${place.path}?view=newest`).catch(() => null);
  truth.count('read', page?.status ?? 'no connection');
  if (calm && truth.calm && page?.status !== 200)
    truth.wrong.push(`${page?.status ?? 'no connection'} while nothing fails: ${place.path} on ${port}`);
  if (!page) return;
  truth.reads += 1;
  if (page.status === 503) {
    if (hurt && truth.hurt) truth.wrong.push(`a kept page refused while Postgres is away: ${place.path} on ${port}`);
    return;
  }
  if (page.status !== 200 || !page.text.includes(place.title) || !page.text.endsWith('</html>'))
    truth.wrong.push(`${page.status} for ${place.path}`);
  else if (page.cacheStatus.includes('stale') && (hurt || truth.hurt)) truth.markedStale += 1;
  // Whatever it says of itself: with Postgres there nobody is sent what is older.
  else
    for (const text of due)
      if (!page.text.includes(text))
        truth.stale.push(
          `${place.path} on ${port} without ${text}, acknowledged ${Math.round(began - (truth.said.get(text)?.at ?? 0))} ms before`,
        );
}

/** Comments on a page, and reads it at once on any process as its writer. A sending that was not acknowledged is sent again. */
export async function comment({ ports, places, people, truth }: Scene, nth: number): Promise<void> {
  const place = pick(places);
  const who = nth % people.tokens.length;
  const body = phrase(nth);
  const person = { token: people.tokens[who] ?? '', address: `10.1.${who % 250}.1` };
  const action = { path: place.path, id: place.comment, fields: { postId: place.postId, body, submissionKey: '' } };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { calm } = truth;
    const answer = await send(pick(ports), action, person).catch(() => null);
    truth.count('comment', answer ? `${answer.status} ${answer.kind}` : 'no connection');
    if (answer?.kind === 'done') {
      truth.acknowledge(calm);
      truth.said.set(body, { post: place.path, at: performance.now() });
      truth.unsure.delete(body);
      const cookie = answer.cookies.map((one) => one.split(';')[0]).join('; ');
      const own = await get(pick(ports), `${place.path}?view=newest`, { cookie }).catch(() => null);
      if (own?.status === 200 && !own.cacheStatus.includes('stale') && !own.text.includes(body))
        truth.stale.push(`the writer’s own look at ${place.path}`);
      return;
    }
    // A thread in which so many write slows by itself and says so.
    if (answer?.status === 429 && answer.kind === 'refused') return;
    if (calm && truth.calm) truth.wrong.push(`a comment not taken while nothing fails: ${answer?.status ?? 'no connection'}`);
    if (answer && answer.status !== 503) return void truth.wrong.push(`comment: ${answer.status} ${answer.text.slice(0, 200)}`);
    truth.unsure.add(body);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

const voting = new Set<string>();

export async function vote({ ports, places, people, truth }: Scene, nth: number): Promise<void> {
  const place = pick(places.filter(({ comments }) => comments.length > 0));
  const who = nth % people.tokens.length;
  const [id, value] = [pick(place.comments), pick([1, -1, 0])];
  const pair = `${people.ids[who]} ${id}`;
  if (voting.has(pair)) return;
  voting.add(pair);
  const { calm } = truth;
  const person = { token: people.tokens[who] ?? '', address: `10.2.${who % 250}.${nth % 250}` };
  const answer = await sendQuick(pick(ports), { path: QUICK.vote, fields: { vote: `${id} ${value}` } }, person).catch(() => null);
  voting.delete(pair);
  truth.count('vote', answer ? `${answer.status} ${answer.kind}` : 'no connection');
  if (answer?.kind === 'done') {
    truth.acknowledge(calm);
    truth.votes.set(pair, value);
    return;
  }
  // Refused before anything was done: what it was is what it is.
  if (answer?.status === 429) return;
  truth.votes.set(pair, 'unsure');
  if (calm && truth.calm) truth.wrong.push(`a vote not taken while nothing fails: ${answer?.status ?? 'no connection'}`);
  if (answer && ![200, 429, 503].includes(answer.status)) truth.wrong.push(`vote: ${answer.status} ${answer.text.slice(0, 200)}`);
}
