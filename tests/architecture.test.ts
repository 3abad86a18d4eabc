import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  appTouchesDb,
  barrels,
  cycles,
  impureComponents,
  keyLocks,
  longFiles,
  missingServerOnly,
  prismaOutsideDb,
  type Rule,
  reportsInEarnings,
  silentCommands,
  strayComponents,
  unknownRooms,
  upwardImports,
} from './architecture/rules';
import { projectFiles, type SourceFile } from './architecture/scan';

const house = projectFiles();
const file = (name: string, text: string): SourceFile => ({ path: name, text });
const query = file('lib/posts/queries.ts', "import 'server-only';\nexport const posts = 1;\n");

interface Case {
  rule: Rule;
  planted: Record<string, SourceFile[]>;
}

const CASES: Record<string, Case> = {
  'an upward import': {
    rule: upwardImports,
    planted: {
      'of a noun to the right': [file('lib/core/words.ts', "import { posts } from '@/lib/posts/queries';\n")],
      'by a relative path': [file('lib/blogs/policy.ts', "export { x } from '../comments/policy';\n")],
      'of a type': [file('lib/accounts/actor.ts', "import type { Post } from '@/lib/posts/view';\n")],
      'of a page': [file('lib/posts/view.ts', "const page = import('@/app/(reader)/page');\n")],
    },
  },
  'a cycle': {
    rule: cycles,
    planted: {
      'of two files': [file('lib/core/a.ts', "import { b } from './b';\n"), file('lib/core/b.ts', "import { a } from './a';\n")],
      'of three': [
        file('lib/core/a.ts', "import './b';\n"),
        file('lib/core/b.ts', "import './c';\n"),
        file('lib/core/c.ts', "import './a';\n"),
      ],
    },
  },
  'an unknown room': {
    rule: unknownRooms,
    planted: {
      'at the top': [file('services/mail.ts', '')],
      'in lib': [file('lib/payments/policy.ts', '')],
      'in app': [file('app/(shop)/page.tsx', '')],
      'in components': [file('components/shop/button.tsx', '')],
      'named utils': [file('lib/core/utils.ts', '')],
    },
  },
  'Prisma outside lib/db': {
    rule: prismaOutsideDb,
    planted: {
      'the package': [file('lib/posts/queries.ts', "import { PrismaPg } from '@prisma/adapter-pg';\n")],
      'the generated client': [file('app/api/x/route.ts', "import { PrismaClient } from '@/lib/db/generated/client';\n")],
    },
  },
  'app touching lib/db': {
    rule: appTouchesDb,
    planted: { 'a page': [file('app/(reader)/page.tsx', "import { db } from '@/lib/db/client';\n")] },
  },
  'a component importing impure lib': {
    rule: impureComponents,
    planted: {
      'at once': [query, file('components/posts/list.tsx', "import { posts } from '@/lib/posts/queries';\n")],
      'through a pure-looking file': [
        query,
        file('lib/posts/look.ts', "import { posts } from './queries';\n"),
        file('components/posts/list.tsx', "import { look } from '@/lib/posts/look';\n"),
      ],
      'a page’s action': [file('components/posts/list.tsx', "import { save } from '@/app/(writer)/actions';\n")],
    },
  },
  'a component reaching into another noun': {
    rule: strayComponents,
    planted: { 'of posts into comments': [file('components/posts/list.tsx', "import { Branch } from '@/components/comments/branch';\n")] },
  },
  'a missing import of server-only': {
    rule: missingServerOnly,
    planted: {
      'none at all': [file('lib/posts/commands.ts', 'export const x = 1;\n')],
      'in a comment': [file('lib/posts/queries.ts', "// import 'server-only';\nexport const x = 1;\n")],
      'in a string': [file('lib/posts/commands/publish.ts', 'export const x = "import \'server-only\'";\n')],
    },
  },
  'a barrel': {
    rule: barrels,
    planted: {
      'of everything': [file('lib/posts/all.ts', "export * from './view';\nexport * from './policy';\n")],
      'of names': [file('lib/posts/all.ts', "// All.\nexport { a, b } from './view';\nexport type { C } from './policy';\n")],
    },
  },
  'a file over 300 lines': {
    rule: longFiles,
    planted: { 'by one': [file('lib/posts/view.ts', 'x\n'.repeat(301))] },
  },
  'a row locked against references to it': {
    rule: keyLocks,
    planted: {
      'by SQL': [file('lib/posts/commands/pin.ts', 'export const lock = (tx) => tx.$queryRaw`SELECT id FROM post FOR UPDATE`;\n')],
    },
  },
  'a report that touches earnings': {
    rule: reportsInEarnings,
    planted: {
      'by the mapper': [file('lib/earnings/facts.ts', 'export const bad = (tx) => tx.report.count();\n')],
      'by SQL': [file('lib/earnings/risk-facts.ts', 'export const bad = (tx) => tx.$queryRaw`SELECT count(*) FROM report`;\n')],
      'by what counts them': [file('lib/earnings/judged.ts', "import { weight } from '@/lib/screening/report-weight';\n")],
    },
  },
  'a command that changes pages without a word': {
    rule: silentCommands,
    planted: {
      'by the mapper': [file('lib/posts/commands/pin.ts', 'export const pin = (tx) => tx.post.update({ data });\n')],
      'by SQL': [file('lib/posts/commands/pin.ts', 'export const pin = (tx) => tx.$executeRaw`UPDATE post SET pinned = true`;\n')],
      'in a comment only': [file('lib/blogs/commands.ts', '// purge(tx, x)\nexport const end = (tx) => tx.blog.delete({ where });\n')],
    },
  },
};

describe.each(Object.entries(CASES))('%s', (_name, { rule, planted }) => {
  test('is nowhere in the house', () => {
    expect(rule(house)).toEqual([]);
  });

  test.each(Object.entries(planted))('is caught when planted: %s', (_where, files) => {
    expect(rule(files)).not.toEqual([]);
  });
});

test('an import within a comment or a string is none', () => {
  const quiet = file(
    'lib/core/a.ts',
    "/* import { p } from '@/lib/posts/view'; */\nconst said = \"from '@/lib/posts/view'\";\n// import '@/lib/posts/view'\n",
  );
  expect(upwardImports([quiet])).toEqual([]);
});

test('nine files in ten have at most 150 lines', () => {
  const lines = house.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
  expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(150);
});

test('at most 30 dependencies run and 25 develop', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'),
  ) as Record<string, object>;
  expect(Object.keys(dependencies ?? {}).length).toBeLessThanOrEqual(30);
  expect(Object.keys(devDependencies ?? {}).length).toBeLessThanOrEqual(25);
});
