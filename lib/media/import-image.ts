import 'server-only';
import { createHash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import ipaddr from 'ipaddr.js';
import sharp from 'sharp';
import { z } from 'zod';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_PIXELS = 40_000_000;
const WIDTH = 2000;

export interface StoredImage {
  id: string;
  width: number;
  height: number;
}

const wrong = (key: string): Refused => new Refused('invalid', { fields: { url: key } });

/**
 * Fetches a picture by its address, re-encodes it and keeps it, so that no reader's browser ever asks another host.
 * @throws Refused `invalid` with `url` when the address is not public, does not answer or holds no picture
 */
export async function importImage(member: Member, input: unknown): Promise<StoredImage> {
  const { url } = parse(z.object({ url: z.url({ protocol: /^https?$/, error: 'not-a-link' }).max(2000) }), input);
  await takeTurn('write', member);
  return keepImage(member, await download(new URL(url), 3));
}

/** Re-encodes a picture's bytes as WebP and keeps them once, however often they come. */
export async function keepImage(member: Member | null, bytes: Buffer): Promise<StoredImage> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: WIDTH, height: 4 * WIDTH, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw wrong('not-a-picture');
    });
  const sha256 = createHash('sha256').update(data).digest('hex');
  const row = { sha256, ownerId: member?.id ?? null, width: info.width, height: info.height, bytes: new Uint8Array(data) };
  await db.media.createMany({ data: row, skipDuplicates: true });
  return db.media.findUniqueOrThrow({ where: { sha256 }, select: { id: true, width: true, height: true } });
}

/** Whether the whole internet may be reached there: no loopback, private, link-local or otherwise special address. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

async function download(url: URL, redirects: number): Promise<Buffer> {
  if (url.username !== '' || !['http:', 'https:'].includes(url.protocol)) throw wrong('not-a-link');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => []);
  const [target] = found;
  if (!target || !found.every(({ address }) => isPublicAddress(address))) throw wrong('not-a-public-address');
  const answer = await request(url, target);
  if (typeof answer !== 'string') return answer;
  if (redirects === 0 || !URL.canParse(answer, url)) throw wrong('does-not-answer');
  return download(new URL(answer, url), redirects - 1);
}

// The connection goes to the address that was looked at, whatever the name says a moment later.
function request(url: URL, target: { address: string; family: number }): Promise<Buffer | string> {
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const fail = () => reject(wrong('does-not-answer'));
    const outgoing = client.get(
      url,
      {
        headers: { accept: 'image/*', 'user-agent': 'BULB' },
        signal: AbortSignal.timeout(10_000),
        lookup: (_name, options, done) => {
          if (options.all) done(null, [target]);
          else done(null, target.address, target.family);
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        if (status >= 300 && status < 400 && response.headers.location) {
          response.destroy();
          return resolve(response.headers.location);
        }
        if (status !== 200) {
          response.destroy();
          return fail();
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_BYTES) {
            response.destroy();
            return reject(wrong('too-large'));
          }
          chunks.push(chunk);
        });
        response.on('end', () => resolve(Buffer.concat(chunks)));
        response.on('error', fail);
      },
    );
    outgoing.on('error', fail);
  });
}
