import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

// Any number will do, as long as nothing else locks it.
const LOCK = 7_235_003;

/** The address at which the site's processes log in, and why they have to do with the owner's where no other could be made. */
export interface Application {
  url: string;
  lack: string | null;
}

/**
 * Makes a login of the database at `owner` that has the rights of `bulb_app` and no others, and answers with its address: what owns
 * the tables is beyond the reach of whatever statement a running site sends, `SET ROLE NONE` included. Its password is kept where only
 * the owner reads it, so that all machines over one database have the same. Safe to repeat, by many at once.
 */
export async function applicationLogin(owner: string): Promise<Application> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = rows[0]?.name ?? '';
    const login = loginOf(database);
    const password = await passwordOf(client, login);
    const url = addressOf(owner, login, password);
    if ((await refused(url, login)) === null) return { url, lack: null };
    await make(client, { login, password, database });
    const lack = await refused(url, login);
    return lack === null ? { url, lack } : { url: owner, lack };
  } catch (error) {
    return { url: owner, lack: error instanceof Error ? error.message : String(error) };
  } finally {
    await client.end();
  }
}

async function passwordOf(client: pg.Client, login: string): Promise<string> {
  const name = `password of ${login}`;
  await client.query('INSERT INTO site_secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    name,
    randomBytes(32).toString('base64url'),
  ]);
  const { rows } = await client.query<{ value: string }>('SELECT value FROM site_secret WHERE name = $1', [name]);
  return rows[0]?.value ?? '';
}

/** The same address with another name and password, wherever it says them. */
function addressOf(owner: string, login: string, password: string): string {
  const url = new URL(owner);
  const asked = new URLSearchParams(url.search);
  // An address without a host has no room for a name before it; what stands in the query wins over what stands there.
  if (url.hostname === '' || asked.has('user') || asked.has('password')) {
    asked.set('user', login);
    asked.set('password', password);
    url.search = String(asked);
  }
  url.username = encodeURIComponent(login);
  url.password = password;
  return url.href;
}

/** One for each database, since roles belong to the whole server; Postgres cuts longer names off. */
function loginOf(database: string): string {
  const name = `bulb_app_${database}`;
  return Buffer.byteLength(name) < 64 ? name : `bulb_app_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
}

async function make(client: pg.Client, { login, password, database }: Record<'login' | 'password' | 'database', string>): Promise<void> {
  const role = pg.escapeIdentifier(login);
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(verifierOf(password))}`);
  await client.query(`GRANT bulb_app TO ${role}`);
  await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO ${role}`);
  await client.query('COMMIT');
}

/** What Postgres keeps of a password (RFC 5803), so that the password itself is in no log of statements. */
function verifierOf(password: string): string {
  const [rounds, salt] = [4_096, randomBytes(16)];
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}

/** Why nobody can log in at `url` as `login` and take the application's role; null when one can. */
async function refused(url: string, login: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, options: '-c role=bulb_app' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('SELECT session_user::text AS name');
    return rows[0]?.name === login ? null : `the address leads to ${rows[0]?.name}, whatever it says`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
