// Runs a TypeScript file of this project on the project's own Node: `node bin/run.mjs FILE [arguments]`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, root } from './install.mjs';

export function run(file, args) {
  const child = spawn(install(), ['--import', 'tsx', path.join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: path.join(root, 'bin/tsconfig.json'),
      PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    },
  });
  // The child gets the terminal's Ctrl-C itself and stops in its own time.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  // npm ends its shell on a signal, and that tells nobody: who finds themselves without it has been stopped.
  const { ppid } = process;
  if (process.env.npm_lifecycle_event) {
    const orphaned = setInterval(() => {
      if (process.ppid === ppid) return;
      clearInterval(orphaned);
      child.kill('SIGTERM');
    }, 500);
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'bin/run.mjs')) run(process.argv[2], process.argv.slice(3));
