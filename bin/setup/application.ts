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
 * the tables is beyond the reach of whatever statement a running site sends, `SET ROLE NONE` included. Its password follows from
 * `secret`, so that machines that share one know it without being told. Safe to repeat, by many at once.
 */
export async function applicationLogin(owner: string, secret: string): Promise<Application> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const login = loginOf(rows[0]?.name ?? '');
    const password = createHmac('sha256', secret).update(login).digest('base64url');
    const url = Object.assign(new URL(owner), { username: encodeURIComponent(login), password }).href;
    if ((await refused(url)) === null) return { url, lack: null };
    await make(client, login, password);
    const lack = await refused(url);
    return lack === null ? { url, lack } : { url: owner, lack };
  } catch (error) {
    return { url: owner, lack: error instanceof Error ? error.message : String(error) };
  } finally {
    await client.end();
  }
}

/** One for each database, since roles belong to the whole server; Postgres cuts longer names off. */
function loginOf(database: string): string {
  const name = `bulb_app_${database}`;
  return Buffer.byteLength(name) < 64 ? name : `bulb_app_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
}

async function make(client: pg.Client, login: string, password: string): Promise<void> {
  const role = pg.escapeIdentifier(login);
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(verifierOf(password))}`);
  await client.query(`GRANT bulb_app TO ${role}`);
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

/** Why nobody can log in at `url` and take the application's role; null when one can. */
async function refused(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, options: '-c role=bulb_app' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
