import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { requireRole } from '@/lib/db/role';
import { JOB_NAMES, startWork } from '@/lib/jobs/queue';
import { startSink } from '@/lib/mail/sink';
import { handlers } from '@/lib/notifications/handlers';

// One worker process: mail and other jobs. In the embedded mode it is the mail server as well.
const settings = env();
const sink = settings.EMBEDDED ? await startSink(Number(new URL(settings.SMTP_URL).port)) : null;
if (settings.SMTP_URL === '') log.warn('SMTP_URL is not set: sign-in links and confirmations wait until it is.');
// Without a server mails wait in their queue rather than fail.
const names = settings.SMTP_URL === '' ? JOB_NAMES.filter((name) => !name.startsWith('mail.')) : JOB_NAMES;
await requireRole();
const work = await startWork(handlers, names);
// The hour's own job does the same; nobody waits an hour for the first epoch.
handlers['epoch.open']({}).catch((error: unknown) => log.warn({ err: error }, 'no epoch was opened'));
process.send?.({ ready: true });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await work.stop();
  await sink?.stop();
  process.exit(0);
}
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, () => void stop());
