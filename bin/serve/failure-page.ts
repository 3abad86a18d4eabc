import type { ServerResponse } from 'node:http';
import { accepted } from '@/lib/core/accepted-language';
import { errorWords } from '@/lib/core/error-words';
import { directionOf } from '@/lib/core/languages';
import type { Reason } from '@/lib/core/refused';
import { words } from '@/lib/core/words';

export interface Failure {
  status: number;
  reason: Extract<Reason, 'away' | 'busy' | 'slow' | 'full' | 'unsure'> | 'bug';
  /** Number of the request, for the log. */
  id: string;
  retryAfterSeconds?: number | undefined;
  language: string;
  /** Something was sent to be saved. */
  write: boolean;
  /** What was typed; null where nothing was, or it had not come yet. */
  typed: [string, string][] | null;
  address: string;
}

/** The page that is shown when none can be rendered: what happened, what was kept, what to do. It needs neither Next nor Postgres. */
export function failurePage(failure: Failure): string {
  const language = accepted(failure.language);
  const t = words(language, 'errors');
  const { reasons, bug } = errorWords(language);
  const { reason, typed, write, id } = failure;
  const title = !write ? t('page.title-read') : reason === 'unsure' || reason === 'bug' ? t('page.title-unsure') : t('page.title-write');
  const text = !write ? t('page.text') : reason === 'bug' ? bug.replace('{id}', id) : reasons[reason];
  const fields = (typed ?? []).map(([name, value]) =>
    name.startsWith('$') || value.length < 40
      ? hidden(name, value)
      : `<textarea name="${html(name)}" dir="auto" rows="8" readonly>${html(value)}</textarea>`,
  );
  const again =
    typed === null
      ? `<a class="main" href="${html(failure.address)}">${t('page.again')}</a>`
      : `<button class="main">${t('page.again')}</button>`;
  const form =
    typed === null
      ? again
      : `<form method="post" enctype="multipart/form-data" action="${html(failure.address)}"><p>${t('page.typed')}</p>${fields.join('')}${again}</form>`;
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${html(title)}</title><style>${STYLE}</style></head><body><main><h1>${html(title)}</h1><p>${html(text)}</p>${form}<p class="small"><a href="/">${t('page.home')}</a> · ${html(t('page.number', { id }))}</p></main></body></html>`;
}

export function sendFailure(response: ServerResponse, failure: Failure, head: Record<string, string>): void {
  const body = Buffer.from(failurePage(failure));
  response.writeHead(failure.status, {
    ...head,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(failure.retryAfterSeconds ?? 5),
    'content-length': body.length,
  });
  response.end(body);
}

const hidden = (name: string, value: string): string => `<input type="hidden" name="${html(name)}" value="${html(value)}">`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE =
  ':root{color-scheme:light dark}body{margin:0;background:light-dark(#fdfcfa,#16140f);color:light-dark(#1c1a17,#ece7de);font:400 16px/1.5 system-ui,sans-serif}' +
  'main{max-width:640px;margin:0 auto;padding:48px 20px}h1{font:650 30px/1.2 Georgia,serif;text-wrap:balance}form{display:grid;gap:12px;justify-items:start}' +
  'textarea{box-sizing:border-box;width:100%;padding:12px;font:inherit;color:inherit;background:light-dark(#fff,#1e1b16);border:1px solid light-dark(#8f877a,#7a7164);border-radius:10px}' +
  '.main{display:inline-block;min-height:44px;box-sizing:border-box;padding:10px 20px;font:inherit;color:light-dark(#fdfcfa,#16140f);background:light-dark(#1c1a17,#ece7de);border:0;border-radius:22px;text-decoration:none;cursor:pointer}' +
  '.small{margin-top:32px;font-size:13px;color:light-dark(#5d574e,#b0a898)}a{color:inherit}';
