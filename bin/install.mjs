// Plain JavaScript for any Node from 20 on: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const modules = path.join(root, 'node_modules');
const mark = path.join(modules, '.bulb-installed');
const node = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Why this version of Node cannot start BULB; null when it can. */
export function nodeFault(version) {
  if (Number(version.split('.')[0]) >= 20) return null;
  return `BULB needs Node 20 or newer to start; this is ${version}. Get one from https://nodejs.org.`;
}

/** Installs what package-lock.json names, unless it is there; answers with the Node that everything else runs on. */
export function install() {
  const fault = nodeFault(process.versions.node);
  if (fault) stop(fault);
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (!isInstalled(lock)) {
    console.log('Installing what package-lock.json names (npm ci); this takes a minute the first time.');
    npm(['ci', '--no-audit', '--no-fund']);
  }
  // npm runs install scripts only where it is allowed to, and this Node comes by one.
  if (!existsSync(node)) {
    const result = spawnSync(process.execPath, ['installArchSpecificPackage'], { cwd: path.join(modules, 'node'), stdio: 'inherit' });
    if (result.status !== 0 || !existsSync(node))
      stop('Node 24 could not be installed from npm: see the lines above, then run this again.');
  }
  if (marked() !== lock) {
    // At once or not at all: whoever starts meanwhile and found half of it would install anew, under the feet of all the others.
    const whole = `${mark}.${process.pid}`;
    writeFileSync(whole, lock);
    renameSync(whole, mark);
  }
  return node;
}

/** What was installed last; null where nobody says. */
const marked = () => (existsSync(mark) ? readFileSync(mark, 'utf8') : null);

function isInstalled(lock) {
  const last = marked();
  if (last !== null) return last === lock;
  // Installed by hand: npm leaves a lock of its own, as new as its work.
  const own = path.join(modules, '.package-lock.json');
  if (!existsSync(own)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(own, 'utf8')).packages;
  return Object.entries(wanted).every(([name, entry]) => name === '' || entry.optional || have[name]?.version === entry.version);
}

function npm(args) {
  // As npm runs us it says where it is; `npm` itself is a script that Windows cannot spawn.
  const cli = process.env.npm_execpath;
  const [program, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const result = spawnSync(program, [...before, ...args], {
    cwd: root,
    stdio: 'inherit',
    // Prisma would download an engine that nothing here uses.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, NODE_ENV: '' },
  });
  if (result.status !== 0)
    stop('npm could not install the packages: see the lines above (is the disk full, is there a network?), then run this again.');
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
