import { run } from './run.mjs';

run('bin/start.ts', process.argv.slice(2));
