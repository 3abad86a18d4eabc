import { readerScript } from './reader-script';

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;
/** What Next's inline scripts do: they push one piece of JSON onto a list that its runtime reads when it starts. */
const PUSH =
  /^\(?(?:self\.(__next_f)(?:=self\.__next_f\|\|\[\]\))?|globalThis\["(TURBOPACK)"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\))\.push\(([\s\S]*)\);?$/;

/**
 * A page whose scripts sleep: their addresses and the data for them stay in it, where `reader.js` finds them, and nothing is
 * fetched or run before. What is not of Next's known kinds is left as it is. `html` is the page's UTF-8 bytes, one a letter.
 */
export function lighten(html: string): string {
  // A page that Next leaves to the browser to render has nothing to read in it without scripts.
  if (html.includes('id="__next_error__"')) return html;
  const light = html.replace(PRELOAD, '').replace(SCRIPT, (whole: string, attributes: string, body: string) => {
    if (/\bnomodule\b/i.test(attributes)) return whole;
    if (/\ssrc="\/_next\//.test(attributes)) return `<script${attributes.replace(' src=', ' data-src=')}></script>`;
    const [, flight, turbopack, data = ''] = PUSH.exec(body) ?? [];
    const name = flight ?? turbopack;
    return name && isJson(data) ? `<script type="application/json" data-push="${name}">${data}</script>` : whole;
  });
  // Before the style sheets, for which a script after them would wait.
  return light.replace(/<(link|style)\b/, (tag) => `<script>${readerScript}</script>${tag}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
