import { z } from 'zod';

const flag = z
  .enum(['', '0', '1', 'true', 'false'])
  .default('')
  .transform((value) => value === '1' || value === 'true');
const optional = z.string().trim().default('');

/** Every variable BULB reads, with its default. `.env.example` lists the same. */
export const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .default('postgresql://postgres@127.0.0.1:5432/bulb'),
  /** Connections that each of a web process's two threads, and the worker, may hold. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  PORT: z.coerce.number('must be a port number').int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people type, without a trailing slash. */
  SITE_URL: z
    .url('must be a full address such as https://example.org')
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://localhost:3000'),
  SITE_NAME: z.string().trim().min(1).max(40).default('BULB'),
  /** At least 32 characters; made once and kept in .data/ when not set. */
  SECRET: z.string().min(32, 'must have at least 32 characters').default('a-secret-for-development-only-000000'),
  /** What an outside verifier signs its calls to /api/proofs with; none is taken while it is not set. */
  PROOF_SECRET: z.union([z.literal(''), z.string().min(32, 'must have at least 32 characters')]).default(''),
  ADMIN_EMAIL: optional,
  SMTP_URL: optional,
  MAIL_FROM: z.string().default('BULB <post@localhost>'),
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  GOOGLE_ID: optional,
  GOOGLE_SECRET: optional,
  /** Set by `npm start` itself while it runs its own Postgres: demo town, /inbox, loopback only. */
  EMBEDDED: flag,
  /** How many proxies in front append to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Requests of one network address in ten seconds; a fifth of it is the limit of writes in a minute. 0: no limit. */
  REQUEST_LIMIT: z.coerce.number().int().min(0).default(600),
  /** Megabytes that the shared cache of one web process may hold. */
  CACHE_MB: z.coerce.number().int().min(1).max(100_000).default(32),
  /** Where a cache in front of BULB is told to drop pages, in which words, and with which key. */
  PURGE_URL: z.union([z.literal(''), z.url('must be a full address')]).default(''),
  PURGE_AS: z.enum(['purge', 'fastly', 'cloudflare']).default('purge'),
  PURGE_KEY: optional,
  /** Classifiers of the operator's that are sent each comment, with spaces between; see `.env.example`. */
  CLASSIFIER_URL: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(z.url('must be full addresses, with spaces between'))),
  /** A Solana node that payouts go through, the token they are made in, and the key that may move it: see `.env.example`. */
  SOLANA_RPC_URL: z.union([z.literal(''), z.url('must be a full address')]).default(''),
  SOLANA_CHAIN: z.enum(['mainnet', 'testnet', 'devnet', 'localnet', 'demo']).default('mainnet'),
  SOLANA_MINT: optional,
  SOLANA_TREASURY_KEY: optional,
  SOLANA_SIGNER_URL: z.union([z.literal(''), z.url('must be a full address')]).default(''),
  SOLANA_SIGNER_SECRET: optional,
  SOLANA_SIGNER_ADDRESS: optional,
  SOLANA_EXPLORER: optional,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Environment = z.output<typeof environment>;

/** One line for each wrong variable, none when all is well. */
export function environmentFaults(source: Record<string, string | undefined>): string[] {
  const result = environment.safeParse(filled(source));
  if (result.success) return [];
  return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

let parsed: Environment | undefined;

/** The environment, parsed once. @throws when a variable is wrong; the commands in bin/ say so first. */
export function env(): Environment {
  parsed ??= environment.parse(filled(process.env));
  return parsed;
}

// In a .env file `NAME=` means: not set.
function filled(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}
