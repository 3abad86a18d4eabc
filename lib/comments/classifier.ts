import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import type { Facts } from '@/lib/screening/rule';

const PATIENCE = 1_500;
const answered = z.object({ verdict: z.enum(['clean', 'suspect']) });

interface Said {
  text: string;
  language: string;
}

const GRAVEST_FIRST = ['suspect', 'unknown', 'clean'] as const;

/** The gravest of what the outside classifiers, asked side by side, say of a text; `off` without any. */
export async function askClassifiers(said: Said, addresses: readonly string[] = env().CLASSIFIER_URL): Promise<Facts['outside']> {
  const verdicts = await Promise.all(addresses.map((address) => askClassifier(said, address)));
  return GRAVEST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'off';
}

/**
 * Whatever is no plain answer within a second and a half is `unknown`: a failure, a redirect (it would carry a person's words elsewhere),
 * another form.
 */
async function askClassifier(said: Said, address: string): Promise<(typeof GRAVEST_FIRST)[number]> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ text: said.text, language: said.language }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw new Error(`the outside classifier answered ${response.status}`);
    return answered.parse(await response.json()).verdict;
  } catch (error) {
    log.warn({ err: error }, 'the outside classifier gave no verdict');
    return 'unknown';
  }
}
