import { generateKeyPairSync, sign } from 'node:crypto';
import { getBase58Encoder } from '@solana/kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base58Bytes } from '@/lib/payouts/base58';
import { destinationMark, seal, shownOf, unseal } from '@/lib/payouts/seal';
import { challengeText, isWalletAddress, signatureIsOf } from '@/lib/payouts/siws';
import { wallet } from '../../factories/solana';

const ines = wallet();
const text = challengeText({
  domain: 'bulb.example',
  address: ines.address,
  statement: 'Pay me here.',
  uri: 'https://bulb.example/earnings/payouts',
  chainId: 'mainnet',
  nonce: 'abcDEF123456',
  issuedAt: new Date('2026-11-28T12:00:00Z'),
  expiresAt: new Date('2026-11-28T12:15:00Z'),
});

test('the text is Sign-In With Solana’s, line by line', () => {
  expect(text).toBe(
    `bulb.example wants you to sign in with your Solana account:
${ines.address}

Pay me here.

URI: https://bulb.example/earnings/payouts
Version: 1
Chain ID: mainnet
Nonce: abcDEF123456
Issued At: 2026-11-28T12:00:00.000Z
Expiration Time: 2026-11-28T12:15:00.000Z`,
  );
});

test('a wallet’s signature holds in base58 and base64, of this text and this wallet alone', () => {
  const signature = ines.sign(text);
  const long = Buffer.from(base58Bytes(signature) ?? []).toString('base64');
  expect([signatureIsOf(ines.address, text, signature), signatureIsOf(ines.address, text, long)]).toEqual([true, true]);
  expect(signatureIsOf(ines.address, `${text} `, signature)).toBe(false);
  expect(signatureIsOf(wallet().address, text, signature)).toBe(false);
  expect(signatureIsOf(ines.address, text, wallet().sign(text))).toBe(false);
  for (const none of ['', 'x', '1'.repeat(64), '0'.repeat(88), signature.slice(1), `${signature}1`])
    expect(signatureIsOf(ines.address, text, none)).toBe(false);
});

test('base58 is read as Solana’s own kit reads it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{1,60}$/), (one) => {
      expect([...(base58Bytes(one) ?? [])]).toEqual([...getBase58Encoder().encode(one)]);
    }),
  );
  expect([base58Bytes(''), base58Bytes('0'), base58Bytes('l'), base58Bytes('1'.repeat(129))]).toEqual([null, null, null, null]);
  expect([isWalletAddress(ines.address), isWalletAddress('11111111111111111111111111111112'), isWalletAddress('nowhere')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('an address that is no key signs nothing', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  expect(signatureIsOf('SysvarC1ock11111111111111111111111111111111', text, signature)).toBe(false);
});

test('what is sealed is read with the same secret alone, and never seals to the same twice', () => {
  const [one, other] = [seal('a-secret', 'DE89 3704'), seal('a-secret', 'DE89 3704')];
  expect([unseal('a-secret', one), unseal('a-secret', other)]).toEqual(['DE89 3704', 'DE89 3704']);
  expect(one).not.toBe(other);
  expect(one).not.toContain('DE89');
  expect([unseal('another', one), unseal('a-secret', `${one.slice(0, -2)}AA`), unseal('a-secret', '')]).toEqual([null, null, null]);
});

test('the same account is found however it is spaced, and little of it is shown', () => {
  const mark = (text: string, rail = 'manual', secret = 's') => destinationMark(secret, rail, text);
  expect(mark('de89 3704-0044')).toBe(mark('DE8937040044'));
  expect(new Set([mark('a'), mark('b'), mark('a', 'solana'), mark('a', 'manual', 't')]).size).toBe(4);
  expect([shownOf('manual', 'DE89 3704 0044 0532 0130 00'), shownOf('manual', 'abcd'), shownOf('solana', 'abcd')]).toEqual([
    '…3000',
    '…cd',
    'abcd',
  ]);
});
