import { createServer, type IncomingMessage } from 'node:http';
import { getPublicKeyFromAddress, verifySignature } from '@solana/kit';
import { afterEach, expect, test } from 'vitest';
import { sign } from '@/lib/core/token';
import { keySigner, serviceSigner } from '@/lib/payouts/solana/signer';
import { wallet } from '../../factories/solana';

const message = new TextEncoder().encode('so many to there');
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A signer service that answers as `by` says. */
async function service(by: (request: IncomingMessage, body: string) => Promise<{ status?: number; body: string } | null>): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', async () => {
      const answer = await by(request, body);
      if (answer) response.writeHead(answer.status ?? 200).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
}

const holds = async (address: string, signature: Awaited<ReturnType<Awaited<ReturnType<typeof keySigner>>['sign']>>) =>
  verifySignature(await getPublicKeyFromAddress(address as never), signature, message);

test('a key signs as base58 and as a list of numbers; what is none is said without repeating it', async () => {
  const own = wallet();
  const { base58Bytes } = await import('@/lib/payouts/base58');
  const list = JSON.stringify([...(base58Bytes(own.secret) ?? [])]);
  for (const secret of [own.secret, list, ` ${own.secret}\n`]) {
    const signer = await keySigner(secret);
    expect([signer.address, await holds(own.address, await signer.sign(message))]).toEqual([own.address, true]);
  }
  for (const wrong of [own.secret.slice(1), `${own.secret}x`, list.replace('[', '[300,'), 'O0Il', '']) {
    const said = await keySigner(wrong).then(String, (error: Error) => `${error.message} ${error.stack} ${String(error.cause)}`);
    expect(said).toContain('SOLANA_TREASURY_KEY is no key');
    if (wrong !== '') expect(said).not.toContain(wrong);
  }
});

test('a service is asked with a seal over time and body, and what it signs is looked at', async () => {
  const own = wallet();
  const key = await keySigner(own.secret);
  let seen = '';
  const url = await service(async (request, body) => {
    const time = String(request.headers['x-bulb-time']);
    seen = request.headers['x-bulb-seal'] === sign('shared', 'payout-signer', `${time}\n${body}`) ? 'sealed' : 'not sealed';
    const asked = JSON.parse(body) as { message: string };
    const signature = await key.sign(new Uint8Array(Buffer.from(asked.message, 'base64')));
    return { body: JSON.stringify({ signature: Buffer.from(signature).toString('base64') }) };
  });
  const signer = serviceSigner({ url, secret: 'shared', address: own.address });
  expect([await holds(own.address, await signer.sign(message)), seen]).toEqual([true, 'sealed']);
  await expect(serviceSigner({ url, secret: 'shared', address: wallet().address }).sign(message)).rejects.toThrow('signs with another key');
});

test('a service that refuses, talks nonsense or leads elsewhere signs nothing', async () => {
  const address = wallet().address;
  const asked = async (answer: { status?: number; body: string }) =>
    serviceSigner({ url: await service(async () => answer), secret: 's', address }).sign(message);
  await expect(asked({ status: 403, body: '' })).rejects.toThrow('answers 403');
  await expect(asked({ body: 'no json' })).rejects.toThrow();
  await expect(asked({ body: '{}' })).rejects.toThrow('signs with another key');
  await expect(asked({ status: 302, body: '' })).rejects.toThrow();
});

test('a service that does not answer is waited for five seconds', async () => {
  const url = await service(async () => null);
  const began = performance.now();
  await expect(serviceSigner({ url, secret: 's', address: wallet().address }).sign(message)).rejects.toThrow(/time/i);
  expect(performance.now() - began).toBeLessThan(6_500);
}, 10_000);
