import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';

// The same few places fail over and over; a map takes some milliseconds to read and megabytes to keep.
const seen = new LRUCache<string, string>({ max: 500 });
const BUILT = path.basename(process.env.NEXT_DIST_DIR ?? '.next').replace(/[^\w-]/g, '\\$&');
const FRAME = new RegExp(
  `\\(?((?:file:\\/\\/)?(?:\\/|[A-Za-z]:[\\\\/])[^\\n]*?[\\\\/]${BUILT}[\\\\/](?:server|bulb)[\\\\/][^\\n]*?\\.m?js):(\\d+):(\\d+)\\)?`,
  'g',
);

/**
 * `stack` with the places in what was built told as places in our own sources. The maps are read from the disk when something
 * is told of: kept loaded for every module, as Node does it, they take a quarter of a process's memory. What has no map
 * stays as it is.
 */
export function sourceStack(stack: string | undefined): string | undefined {
  return stack?.replace(FRAME, (whole, at: string, line: string, column: string) => {
    // Modules are named by their addresses.
    const file = at.startsWith('file://') ? fileURLToPath(at) : at;
    const key = `${file}:${line}:${column}`;
    const place = seen.get(key) ?? placeOf(file, Number(line), Number(column)) ?? key;
    seen.set(key, place);
    return whole.startsWith('(') ? `(${place})` : place;
  });
}

function placeOf(file: string, line: number, column: number): string | null {
  try {
    const found = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))).findOrigin(line, column);
    if (!('fileName' in found)) return null;
    const source = path.relative(process.cwd(), path.resolve(path.dirname(file), found.fileName));
    return `${source}:${found.lineNumber}:${found.columnNumber}`;
  } catch {
    return null;
  }
}
