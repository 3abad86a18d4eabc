import 'server-only';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';
import { OF_EARNING } from '@/lib/moderation/action-words';
import { appealUntil, receiptOf } from '@/lib/moderation/appeal-policy';
import { outcomeWords } from '@/lib/moderation/outcome-words';
import { holdReasonWords, linkGroundWords } from './hold-words';
import { pointsText } from './points';
import { restoredTo } from './restored';

const place = (): string => `${env().SITE_URL}/settings#held`;

async function eventOf(eventId: string) {
  return db.moderationEvent.findUnique({
    where: { id: eventId },
    include: { person: { select: { id: true, email: true, language: true, emailVerifiedAt: true } }, hold: true, link: true },
  });
}
type Event = NonNullable<Awaited<ReturnType<typeof eventOf>>>;

/**
 * Tells somebody what was decided about what they earn or have proven: what, by which rule, by whom of machine and human, until when,
 * and how to appeal. Null when nobody is there to tell, or it holds no more.
 */
export async function decisionMail(eventId: string): Promise<Message | null> {
  const event = await eventOf(eventId);
  const { person } = event ?? {};
  if (!event || !person?.emailVerifiedAt) return null;
  const { language, email } = person;
  const t = words(language, 'holds');
  const action = OF_EARNING.find((one) => one === event.action);
  const paragraphs = action ? await saidOf(event, person.id, language) : null;
  if (!action || !paragraphs) return null;
  return { to: email, language, subject: t(`notice.${action}`), paragraphs, button: { label: t('mail.button'), url: place() } };
}

async function saidOf(event: Event, personId: string, language: string): Promise<string[] | null> {
  const { action, hold, link } = event;
  if (action === 'proof-recorded' || action === 'proof-revoked') return saidOfProof(event, language);
  if (hold) return saidOfHold(event, { hold, personId, language });
  if (action === 'earning-taken-back' && !link) return saidOfOthers(event, language);
  return link ? saidOfLink(event, { link, language }) : null;
}

function saidOfProof({ action, reason, byMachine }: Event, language: string): string[] {
  const t = words(language, 'holds');
  const kind = t(`proofs.kinds.${reason as 'phone'}`);
  return action === 'proof-recorded'
    ? [byMachine ? t('mail.proof-by-provider', { kind }) : t('mail.proof-by-human', { kind }), t('proofs.kept')]
    : [t('mail.proof-wrong', { kind })];
}

/** Of what was taken back for a ban, or for a post that was not shown. */
function saidOfOthers(event: Event, language: string): string[] {
  const t = words(language, 'holds');
  const why = event.rule === 'banned' ? t('taken-banned') : t('taken-removed');
  return [t('taken', { points: pointsText(amountIn(event), language) }), why];
}

async function saidOfHold(
  event: Event,
  { hold, personId, language }: { hold: NonNullable<Event['hold']>; personId: string; language: string },
): Promise<string[] | null> {
  const t = words(language, 'holds');
  // What a rule found while it was open is told with its own reason.
  const why = event.action === 'earning-held' && event.rule !== '' ? event.rule : hold.reason;
  const because = t('because', { reason: holdReasonWords(language, why) });
  const said = event.reason === '' ? [] : [words(language, 'appeals')('told.said', { said: event.reason })];
  const by = event.byMachine ? t('by-machine') : t('by-human');
  if (event.action === 'earning-held')
    return hold.outcome === null ? [t('held'), because, by, ...said, t('until'), appealWords(event, language)] : null;
  if (event.action === 'earning-confirmed')
    return hold.outcome === 'confirmed' ? [t('confirmed'), because, by, ...said, appealWords(event, language)] : null;
  if (event.action === 'earning-cleared') {
    const back = await restoredTo(personId, hold.id);
    return [t('cleared'), ...(back > 0n ? [t('back', { points: pointsText(back, language) })] : []), by, ...said];
  }
  if (event.action !== 'earning-taken-back') return null;
  const how = hold.outcome === null ? t('taken-while-open') : t('confirmed');
  return [t('taken', { points: pointsText(amountIn(event), language) }), because, how, t('taken-appeal')];
}

/** What an event of a claw-back says of its amount; thousandths of a point. */
const amountIn = ({ reason }: Event): bigint => (/^\d{1,15}\.\d{3}$/.test(reason) ? BigInt(reason.replace('.', '')) : 0n);

function saidOfLink(event: Event, { link, language }: { link: NonNullable<Event['link']>; language: string }): string[] | null {
  const t = words(language, 'holds');
  const said = event.reason === '' ? [] : [words(language, 'appeals')('told.said', { said: event.reason })];
  const by = event.byMachine ? t('by-machine') : t('by-human');
  const because = t('because', { reason: linkGroundWords(language, link) });
  if (event.action === 'earning-linked')
    return link.liftedAt === null ? [t('linked'), because, by, ...said, appealWords(event, language)] : null;
  if (event.action === 'earning-unlinked') return [t('unlinked'), t('not-restored'), by, ...said];
  if (event.action !== 'earning-taken-back') return null;
  return [t('taken', { points: pointsText(amountIn(event), language) }), because, t('linked'), t('taken-appeal')];
}

function appealWords({ createdAt }: Event, language: string): string {
  const date = formats(language).dateTime(appealUntil(createdAt), { dateStyle: 'long' });
  return words(language, 'appeals')('told.until', { date });
}

/** Tells what came of an appeal about a hold or a link; null for any other, while it waits, and when nobody is there to tell. */
export async function pleaMail(appealId: string): Promise<Message | null> {
  const appeal = await db.appeal.findUnique({
    where: { id: appealId },
    include: { member: true, event: { select: { holdId: true, linkId: true } } },
  });
  const by = appeal?.event.holdId ?? (appeal?.event.linkId ? `link:${appeal.event.linkId}` : null);
  if (!appeal?.outcome || by === null || !appeal.member.emailVerifiedAt) return null;
  const { email, language } = appeal.member;
  const [t, appeals] = [words(language, 'holds'), words(language, 'appeals')];
  const receipt = receiptOf(appeal.id);
  const back = appeal.outcome === 'reversed' ? await restoredTo(appeal.memberId, by) : 0n;
  const what =
    appeal.outcome === 'reversed'
      ? appeal.event.holdId
        ? t('outcome.cleared')
        : t('outcome.unlinked')
      : outcomeWords(language, appeal.outcome, true);
  return {
    to: email,
    language,
    subject: appeals('mail.decided-subject', { receipt }),
    paragraphs: [
      t('mail.decided', { receipt }),
      what,
      ...(back > 0n ? [t('back', { points: pointsText(back, language) })] : []),
      ...(appeal.outcome === 'reversed' && appeal.event.linkId ? [t('not-restored')] : []),
      ...(appeal.answer ? [appeals('told.said', { said: appeal.answer })] : []),
    ],
    button: { label: t('mail.button'), url: place() },
  };
}
