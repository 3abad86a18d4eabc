import { expect } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is sent. */
export class Mailbox {
  readonly texts: { to: string; text: string }[] = [];
  #server: SMTPServer;
  url = '';

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        void simpleParser(stream).then(({ text = '' }) => {
          this.texts.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(' '), text });
          done();
        }, done);
      },
    });
    this.#server.on('error', () => undefined);
  }

  static async open(): Promise<Mailbox> {
    const box = new Mailbox();
    await new Promise<void>((resolve) => box.#server.listen(0, '127.0.0.1', () => resolve()));
    const address = box.#server.server.address();
    box.url = `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
    return box;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** The link to `path` in the last mail to `address`; waits until it is there. */
export async function linkFromMailbox(box: Mailbox, address: string, path: string): Promise<string> {
  const find = () => {
    const mail = box.texts.findLast(({ to }) => to === address);
    return mail?.text.match(new RegExp(`https?://\\S*${path}\\S*`))?.[0];
  };
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return find() ?? '';
}
