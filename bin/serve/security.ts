import type { Environment } from '@/lib/core/env';
import { csp } from './csp';
import { rulesHashes } from './reader-script';

const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

export interface Security {
  /** On every answer. */
  always: Record<string, string>;
  /** The policy of a shared page with these scripts in it. */
  shared: (scripts: string) => string;
  /** The policy of an answer to one request. */
  own: (nonce: string) => string;
  /** Nothing may run: an SVG or an error opened on its own. */
  nothing: string;
}

export function securityOf(settings: Environment, dev: boolean): Security {
  const forms = [settings.GITHUB_ID && 'https://github.com', settings.GOOGLE_ID && 'https://accounts.google.com'].filter(
    (form) => form !== '',
  );
  const https = settings.SITE_URL.startsWith('https:');
  return {
    always: { ...ALWAYS, ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}) },
    shared: (scripts) => csp({ scripts: [...scripts.split(' ').filter((one) => one !== ''), ...rulesHashes], dev, forms }),
    own: (nonce) => csp({ scripts: [`'nonce-${nonce}'`], dev, forms }),
    nothing: csp({ scripts: [], dev, forms }),
  };
}
