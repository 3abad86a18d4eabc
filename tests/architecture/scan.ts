import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
}

const root = path.resolve(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', '.git', '.next', '.data', 'generated', 'test-results', 'playwright-report', '.ci']);

/** Every source file of the project, generated ones aside. */
export function projectFiles(folder = root): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : projectFiles(full);
    if (!/\.(ts|tsx|mjs|css)$/.test(entry.name) || entry.name === 'next-env.d.ts') return [];
    return [{ path: path.relative(root, full).split(path.sep).join('/'), text: readFileSync(full, 'utf8') }];
  });
}

/** The code with comments blanked; strings stay, since imports are made of them. */
export function withoutComments(text: string): string {
  let out = '';
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (quote !== '') {
      out += letter;
      if (letter === '\\') {
        out += next;
        at += 1;
      } else if (letter === quote || letter === '\n') quote = letter === '\n' && quote === '`' ? quote : '';
    } else if (letter === '/' && next === '/' && text[at - 1] !== ':' && text[at - 1] !== '\\') {
      while (at < text.length && text[at] !== '\n') at += 1;
      out += '\n';
    } else if (letter === '/' && next === '*') {
      const end = text.indexOf('*/', at + 2);
      at = end === -1 ? text.length : end + 1;
    } else {
      if (letter === "'" || letter === '"' || letter === '`') quote = letter;
      out += letter;
    }
  }
  return out;
}

const IMPORT = /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export interface Import {
  /** The module as written, with `@/` and relative paths made whole from the root. */
  to: string;
  typeOnly: boolean;
}

export function importsOf(file: SourceFile): Import[] {
  return [...withoutComments(file.text).matchAll(IMPORT)].map((found) => ({
    to: whole(file.path, found[2] ?? found[3] ?? ''),
    typeOnly: found[1] !== undefined,
  }));
}

function whole(from: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2);
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(from), name);
  return name;
}

/** The file that an import leads to, if it is one of the project's. */
export function resolved(to: string, known: ReadonlyMap<string, SourceFile>): SourceFile | undefined {
  for (const end of ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']) {
    const file = known.get(to + end);
    if (file) return file;
  }
  return undefined;
}
