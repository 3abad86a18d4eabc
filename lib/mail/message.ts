import { directionOf } from '@/lib/core/languages';

/** A mail before it is sent: plain paragraphs, at most one button, small lines under it. */
export interface Message {
  to: string;
  language: string;
  subject: string;
  paragraphs: readonly string[];
  button?: { label: string; url: string };
  small?: readonly { text: string; url?: string }[];
  headers?: Readonly<Record<string, string>>;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);

export function asText({ paragraphs, button, small = [] }: Message): string {
  const parts = [...paragraphs, ...(button ? [`${button.label}:\n${button.url}`] : [])];
  const lines = small.map(({ text, url }) => (url ? `${text}: ${url}` : text));
  return `${[...parts, ...(lines.length > 0 ? ['-- '] : []), ...lines].join('\n\n')}\n`;
}

/** Mail programs know no style sheets: everything is said inline, in the tokens' light values. */
export function asHtml({ language, subject, paragraphs, button, small = [] }: Message): string {
  const p = paragraphs.map((text) => `<p style="margin:0 0 16px">${safe(text)}</p>`).join('');
  const link = button
    ? `<p style="margin:24px 0"><a href="${safe(button.url)}" style="display:inline-block;background:#1c1a17;color:#fdfcfa;text-decoration:none;border-radius:999px;padding:13px 20px;font-weight:600">${safe(button.label)}</a></p>`
    : '';
  const foot = small
    .map(({ text, url }) => (url ? `<a href="${safe(url)}" style="color:#5d574e">${safe(text)}</a>` : safe(text)))
    .map((line) => `<p style="margin:0 0 8px;font-size:13px;color:#5d574e">${line}</p>`)
    .join('');
  return `<!doctype html><html lang="${safe(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${safe(subject)}</title></head><body style="margin:0;background:#fdfcfa;color:#1c1a17;font:16px/1.5 system-ui,sans-serif"><div style="max-width:520px;margin:0 auto;padding:32px 20px">${p}${link}${foot}</div></body></html>`;
}
