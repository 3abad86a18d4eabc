import { createHash } from 'node:crypto';

export interface CspOptions {
  /** What script-src allows besides 'self'. */
  scripts: string[];
  dev: boolean;
  /** Where a form may lead besides this site: sign-in elsewhere begins with a form. */
  forms: string[];
}

export function csp({ scripts, dev, forms }: CspOptions): string {
  return [
    "default-src 'self'",
    // React's development build evaluates code to show where an error came from.
    `script-src ${["'self'", ...scripts, ...(dev ? ["'unsafe-eval'"] : [])].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...forms].join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

/** A CSP source for each different inline script of `html`, whose UTF-8 bytes are read one a letter, in order. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', body = ''] of html.matchAll(SCRIPT)) {
    // Data is not run, and an address is let in by 'self'.
    if (/\ssrc\s*=|type="application\/json"/i.test(attributes) || body === '') continue;
    hashes.add(`'sha256-${createHash('sha256').update(body, 'latin1').digest('base64')}'`);
  }
  return [...hashes];
}
