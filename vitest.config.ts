import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': import.meta.dirname, 'server-only': path.join(import.meta.dirname, 'bin/nothing.ts') };
const quiet = './tests/support/quiet.ts';

export default defineConfig({
  resolve: { alias },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Much of a test is waiting, for Postgres or for time: one core less than there are, which is the usual, would be one of two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], setupFiles: [quiet] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['./tests/support/postgres.ts'],
          setupFiles: [quiet, './tests/support/database.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'architecture', include: ['tests/architecture.test.ts', 'tests/architecture/**/*.test.ts'], setupFiles: [quiet] },
      },
    ],
  },
});
