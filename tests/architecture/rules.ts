import { importsOf, resolved, type SourceFile, withoutComments } from './scan';

/** The nouns of lib in the order of their dependence: left never imports right. */
export const NOUNS =
  'core db jobs mail accounts blogs media posts subscriptions relevance screening comments moderation reading ledger earnings payouts discovery notifications'.split(
    ' ',
  );

const TOP = ['app', 'components', 'lib', 'prisma', 'tests', 'public', 'bin'];
const APP_ROOMS = ['(reader)', '(writer)', '(member)', '(admin)', 'api', 'media'];
const COMPONENT_ROOMS = ['ui', 'viewer', 'editor', ...NOUNS];
const FORBIDDEN_NAMES = /(^|\/)(utils?|types|helpers?|services?|container|index)(\.tsx?$|\/)/;
const CONFIG = /^([a-z-]+\.config\.(ts|mjs)|instrumentation(-client)?\.ts)$/;

export type Rule = (files: readonly SourceFile[]) => string[];

const nounOf = (path: string): string | undefined => /^lib\/([^/]+)\//.exec(path)?.[1];
const mapOf = (files: readonly SourceFile[]) => new Map(files.map((file) => [file.path, file]));
const starts = (file: SourceFile): boolean => /^\s*(?:'use server';\s*)?import\s+['"]server-only['"]/.test(withoutComments(file.text));

/** In lib, a noun imports itself and what stands left of it. */
export const upwardImports: Rule = (files) =>
  files.flatMap((file) => {
    const own = nounOf(file.path);
    if (!own) return [];
    return importsOf(file).flatMap(({ to }) => {
      const other = nounOf(to);
      if (/^(app|components|tests|bin)\//.test(to)) return [`${file.path} imports ${to}`];
      return other && NOUNS.indexOf(other) > NOUNS.indexOf(own) ? [`${file.path} imports ${to}`] : [];
    });
  });

export const cycles: Rule = (files) => {
  const known = mapOf(files);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: SourceFile, trail: string[]): void => {
    if (trail.includes(file.path)) found.push([...trail.slice(trail.indexOf(file.path)), file.path].join(' → '));
    if (trail.includes(file.path) || done.has(file.path)) return;
    for (const { to, typeOnly } of importsOf(file)) {
      const next = typeOnly ? undefined : resolved(to, known);
      if (next) visit(next, [...trail, file.path]);
    }
    done.add(file.path);
  };
  for (const file of files) visit(file, []);
  return found;
};

export const unknownRooms: Rule = (files) =>
  files.flatMap(({ path }) => {
    const [top = '', room = '', ...rest] = path.split('/');
    const wrong = [`${path} is in no room of the house`];
    if (room === '') return CONFIG.test(path) ? [] : wrong;
    if (!TOP.includes(top) || (FORBIDDEN_NAMES.test(path) && !path.startsWith('tests/'))) return wrong;
    if (rest.length === 0) return top === 'lib' || top === 'components' ? wrong : [];
    if (top === 'lib' && !NOUNS.includes(room)) return wrong;
    if (top === 'app' && !APP_ROOMS.includes(room)) return wrong;
    return top === 'components' && !COMPONENT_ROOMS.includes(room) ? wrong : [];
  });

/** Prisma's package is lib/db's own; its settings and the factories of the tests may name its types. */
export const prismaOutsideDb: Rule = (files) =>
  files.flatMap((file) => {
    if (/^(lib\/db\/|prisma\.config\.ts|tests\/)/.test(file.path)) return [];
    return importsOf(file).flatMap(({ to }) =>
      /^(@prisma\/|lib\/db\/generated|prisma$|prisma\/config)/.test(to) ? [`${file.path} imports ${to}`] : [],
    );
  });

export const appTouchesDb: Rule = (files) =>
  files.flatMap((file) =>
    /^(app|components)\//.test(file.path)
      ? importsOf(file).flatMap(({ to }) => (to.startsWith('lib/db') ? [`${file.path} imports ${to}`] : []))
      : [],
  );

/** A component may name lib's types and import its pure files: those that reach no server-only file. */
export const impureComponents: Rule = (files) => {
  const known = mapOf(files);
  const impure = (file: SourceFile, seen = new Set<string>()): boolean => {
    if (seen.has(file.path)) return false;
    seen.add(file.path);
    if (starts(file) || withoutComments(file.text).startsWith("'use server'")) return true;
    return importsOf(file).some(({ to, typeOnly }) => {
      const next = typeOnly ? undefined : resolved(to, known);
      return next !== undefined && impure(next, seen);
    });
  };
  return files.flatMap((file) => {
    if (!file.path.startsWith('components/')) return [];
    return importsOf(file).flatMap(({ to, typeOnly }) => {
      if (to.startsWith('app/') && !to.endsWith('.css')) return [`${file.path} imports ${to}`];
      const next = typeOnly ? undefined : resolved(to, known);
      return next?.path.startsWith('lib/') && impure(next) ? [`${file.path} imports ${to}`] : [];
    });
  });
};

/** Components know of no other room but the parts of `ui`, `viewer` and their own. */
export const strayComponents: Rule = (files) =>
  files.flatMap((file) => {
    const own = /^components\/([^/]+)\//.exec(file.path)?.[1];
    if (!own) return [];
    return importsOf(file).flatMap(({ to }) => {
      const other = /^components\/([^/]+)\//.exec(to)?.[1];
      const allowed = other === undefined || other === own || other === 'ui' || (own !== 'ui' && ['viewer', 'blogs'].includes(other));
      return allowed ? [] : [`${file.path} imports ${to}`];
    });
  });

export const missingServerOnly: Rule = (files) =>
  files.flatMap((file) =>
    /^lib\/[^/]+\/(queries|commands)(\.ts$|\/)/.test(file.path) && !starts(file)
      ? [`${file.path} does not begin with import 'server-only'`]
      : [],
  );

/** A file that only hands on what others hold. */
export const barrels: Rule = (files) =>
  files.flatMap((file) => {
    const code = withoutComments(file.text).trim();
    const handedOn = code.replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '').trim();
    return /\.tsx?$/.test(file.path) && code !== '' && handedOn === '' ? [`${file.path} is a barrel`] : [];
  });

const LONGEST = 300;

export const longFiles: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - 1;
    return lines > LONGEST ? [`${path} has ${lines} lines`] : [];
  });

/** A row that others refer to is locked `FOR NO KEY UPDATE`: the other lock waits for everyone who just refers to it, and they for it. */
export const keyLocks: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    path.startsWith('lib/') && /\bFOR UPDATE\b/i.test(withoutComments(text)) ? [`${path} locks a row against references to it`] : [],
  );

/** Commands whose writes no shared page shows: sessions, links, drafts, whom somebody follows, what somebody is told, earns, is paid or has proven, withdrawn words, what the filter learns from, whose reading is measured. */
const CHANGES_NO_PAGE = [
  'lib/accounts/commands/end-proof.ts',
  'lib/accounts/commands/follow.ts',
  'lib/accounts/commands/record-proof.ts',
  'lib/accounts/commands/sessions.ts',
  'lib/comments/commands/erase-withdrawn.ts',
  'lib/comments/commands/mute.ts',
  'lib/earnings/commands/dispute-line.ts',
  'lib/earnings/commands/forget-evidence.ts',
  'lib/moderation/commands/leave-out.ts',
  'lib/moderation/commands/look.ts',
  'lib/notifications/commands.ts',
  'lib/payouts/commands/clear-fault.ts',
  'lib/payouts/commands/confirm.ts',
  'lib/payouts/commands/hand-over.ts',
  'lib/payouts/commands/link-destination.ts',
  'lib/payouts/commands/look-after.ts',
  'lib/payouts/commands/reconcile.ts',
  'lib/payouts/commands/request-payout.ts',
  'lib/payouts/commands/say-taxes.ts',
  'lib/payouts/commands/set-rail.ts',
  'lib/posts/commands/bookmark.ts',
  'lib/reading/commands/set-measured.ts',
  'lib/reading/commands/tell-writers.ts',
];
const WRITES =
  /\.(create|createMany|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(|\$executeRaw`\s*(WITH|UPDATE|INSERT|DELETE)/;

/** A command that writes says, in its transaction, which shared pages it changes. */
export const silentCommands: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    if (!/^lib\/[^/]+\/commands(\.ts$|\/)/.test(path) || CHANGES_NO_PAGE.includes(path)) return [];
    const code = withoutComments(text);
    return WRITES.test(code) && !/\b((purge|erase)\)?\(\s*tx|notice\(\s*cacheTag)\b/.test(code)
      ? [`${path} writes and does not say which pages it changes`]
      : [];
  });

/** What others report never touches what somebody earns: nothing there reads the table of reports or imports what does. */
export const reportsInEarnings: Rule = (files) =>
  files.flatMap((file) => {
    if (!/^lib\/(reading|ledger|earnings|payouts)\//.test(file.path)) return [];
    const code = withoutComments(file.text);
    const reads = /\.report\b|\b(FROM|JOIN)\s+"?report\b|\breportWeight\b|\breports:/i.test(code);
    const imports = importsOf(file).some(({ to }) => /report/.test(to));
    return reads || imports ? [`${file.path} looks at reports`] : [];
  });
