import { run } from './run.mjs';

run('bin/test.ts', process.argv.slice(2));
