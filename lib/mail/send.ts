import 'server-only';
import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '@/lib/core/env';
import { asHtml, asText, type Message } from './message';

let transport: Transporter | undefined;

/** Sends by `SMTP_URL`. @throws when the server does not take it; the job that sends is then tried again. */
export async function sendMail(message: Message): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === '') throw new Error('SMTP_URL is not set: no mail can be sent.');
  // A sink on the loopback address has no certificate to show.
  transport ??= nodemailer.createTransport({ url: SMTP_URL, ignoreTLS: SMTP_URL.startsWith('smtp://127.0.0.1') });
  await transport.sendMail({
    from: MAIL_FROM,
    to: message.to,
    subject: message.subject,
    text: asText(message),
    html: asHtml(message),
    headers: { ...message.headers },
  });
}
