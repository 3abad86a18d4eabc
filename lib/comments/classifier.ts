import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import type { Facts } from '@/lib/screening/rule';

const PATIENCE = 1_500;
const answered = z.object({ verdict: z.enum(['clean', 'suspect']) });

/**
 * What the outside classifier at `address` says of a text; `off` without one. Whatever is no plain answer within a second and a
 * half is `unknown`: a failure, a redirect (it would carry a person's words elsewhere), another form.
 */
export async function askClassifier(said: { text: string; language: string }, address = env().CLASSIFIER_URL): Promise<Facts['outside']> {
  if (address === '') return 'off';
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
