import 'server-only';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { log } from '@/lib/core/log';
import { newToken } from '@/lib/core/token';
import { keep } from './inbox';

/** A real SMTP server on the loopback address that delivers nothing and keeps everything for /inbox. */
export async function startSink(port: number): Promise<{ stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 5_000_000,
    onData(stream, _session, done) {
      simpleParser(stream)
        .then((mail) => keepMail(mail))
        .then(
          () => done(),
          (error: Error) => {
            log.error({ err: error }, 'the mail sink failed');
            done(error);
          },
        );
    },
  });
  server.on('error', (error) => log.error({ err: error }, 'the mail sink reports an error'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function keepMail(mail: ParsedMail): Promise<void> {
  const date = new Date();
  const text = mail.text ?? '';
  const to = [mail.to ?? []]
    .flat()
    .map((address) => address.text)
    .join(', ');
  // Sorts by time.
  const id = `${date.getTime().toString(36)}-${newToken()
    .slice(0, 8)
    .replace(/[^a-z0-9]/gi, 'x')}`;
  return keep({ id, to, subject: mail.subject ?? '', date, text, links: text.match(/https?:\/\/\S+/g) ?? [] });
}
