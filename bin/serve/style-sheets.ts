import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtFolder } from '../setup/data';

const LINK = /<link rel="stylesheet" href="\/_next\/(static\/[\w.~/-]+\.css)"[^>]*\/>/g;
const known = new Map<string, string>();

/**
 * Puts a page's style sheets into it: 7 kB more to send compressed, and one way there and back less before anything is seen.
 * Their links stay, asleep, for the page's scripts: with none they would load each sheet once more, and lay the whole page out
 * anew. Uncompressed the rules weigh a third of a page, so that it keeps its links instead.
 */
export function withStyles(page: Buffer): Buffer {
  const end = page.indexOf('</head>');
  if (end === -1) return page;
  // One byte a letter, as everywhere that only ASCII is looked for; of the head alone, a small part of it.
  const head = page.toString('latin1', 0, end);
  const inlined = head.replace(LINK, (link: string, file: string) => {
    const rules = sheet(file);
    return rules === null ? link : `<style>${rules}</style>${link.replace(' href=', ' disabled="" data-href=')}`;
  });
  return inlined === head ? page : Buffer.concat([Buffer.from(inlined, 'latin1'), page.subarray(end)]);
}

/** The rules of a sheet; null where it is there no more, since the site was built anew beneath this process. */
function sheet(file: string): string | null {
  let text = known.get(file);
  if (text === undefined) {
    const folder = path.posix.dirname(`/_next/${file}`);
    const read = readSheet(file);
    if (read === null) return null;
    text = read
      // Addresses in it were meant from where it lay.
      .replace(
        /url\((["']?)(?![a-z]+:|\/|#)([^)"']+)\1\)/g,
        (_, quote: string, to: string) => `url(${quote}${path.posix.join(folder, to)}${quote})`,
      )
      .replaceAll('</style', '<\\/style');
    known.set(file, text);
  }
  return text;
}

function readSheet(file: string): string | null {
  try {
    return readFileSync(path.join(builtFolder(), file), 'latin1');
  } catch {
    return null;
  }
}
