import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault';
import { packagedBinaries } from './binaries';

export interface User {
  uid: number;
  gid: number;
}

export interface Place {
  /** Holds data/ and password. */
  home: string;
  /** Holds bin, lib and share. */
  native: string;
  /** Whom Postgres runs as, when not as ourselves: it refuses to run as root. */
  user: User | null;
  /** What to tell the person, when anything is out of the ordinary. */
  note: string | null;
}

/** Where Postgres' programs and data lie: under `wanted` if the user it runs as can reach it. */
export function placeFor(wanted: string): Place {
  const { native, version } = packagedBinaries();
  const user = unprivileged();
  if (!user) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return { home: wanted, native, user: null, note: null };
  }
  mkdirSync(path.dirname(wanted), { recursive: true });
  if (canEnter(path.dirname(wanted), user) && runs(native, user)) {
    ownFolder(wanted, user);
    return { home: wanted, native, user, note: null };
  }
  const away = `/var/tmp/bulb-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
  ownFolder(away, user);
  const copy = path.join(away, 'native');
  const mark = path.join(away, 'native.version');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== version) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    give(copy, user);
    writeFileSync(mark, version);
  }
  return {
    home: away,
    native: copy,
    user,
    note: `This folder cannot be entered by the user Postgres runs as, so its programs and data are in ${away}.`,
  };
}

function unprivileged(): User | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([user]) => user === name) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Fault(
    'Postgres does not run as root, and there is no user postgres or nobody: start BULB as an ordinary user, or set DATABASE_URL.',
  );
}

function canEnter(folder: string, user: User): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  const up = path.dirname(folder);
  return (mode & bit) !== 0 && (up === folder || canEnter(up, user));
}

const runs = (native: string, user: User): boolean =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0 &&
  canEnter(path.join(native, 'share'), user);

function ownFolder(folder: string, user: User): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  // /var/tmp is everybody's: a folder of this name made by someone else is not to be trusted.
  if (!found.isDirectory() || (found.uid !== 0 && found.uid !== user.uid))
    throw new Fault(`${folder} belongs to someone else: remove it and run this again.`);
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

function give(folder: string, user: User): void {
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) give(full, user);
    else if (entry.isFile()) chownSync(full, user.uid, user.gid);
  }
}
