import { expect, test } from 'vitest';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { popularBlogs } from '@/lib/discovery/queries';
import { confirmSubscription, endSubscription, subscribeByMail, subscribeMember, unsubscribeByLink } from '@/lib/subscriptions/commands';
import { confirmationMail, unsubscribeUrl, welcomeMail } from '@/lib/subscriptions/mails';
import { blogToConfirm } from '@/lib/subscriptions/page';
import { subscriberCount, subscriptionsOf } from '@/lib/subscriptions/queries';
import { blog, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

const rowOf = (blogId: string, email: string) => db.subscription.findFirstOrThrow({ where: { blogId, email, endedAt: null } });
const subscribedBlogIds = async (reader: Member) => (await subscriptionsOf(reader)).map(({ blog }) => blog.id);
const tokenIn = (url: string | undefined): string => new URL(url ?? '').searchParams.get('token') ?? '';

test('a subscription by mail is pending until its button is pressed, however often it was asked for', async () => {
  const tide = await blog({ owner: await member() });
  await twentyAtOnce(() => subscribeByMail({ blogId: tide.id, email: 'Reader@Elsewhere.example' }));
  const row = await rowOf(tide.id, 'reader@elsewhere.example');
  expect(await subscriberCount(tide.id)).toBe(0);
  expect(row).toMatchObject({ confirmedAt: null, consentWords: expect.stringContaining(tide.name), consentAddress: '127.0.0.1' });
  const mail = await confirmationMail(row.id);
  const token = tokenIn(mail?.button?.url);
  expect(JSON.stringify(await rowOf(tide.id, 'reader@elsewhere.example'))).not.toContain(token);
  // Opening the page is not pressing its button.
  await blogToConfirm(token, new Date());
  expect(await subscriberCount(tide.id)).toBe(0);
  const presses = await twentyAtOnce(() => confirmSubscription(token, new Date()));
  expect(presses.every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await subscriberCount(tide.id)).toBe(1);
  const welcomes = await db.$queryRaw<
    { n: bigint }[]
  >`SELECT count(*) AS n FROM pgboss.job WHERE name = 'mail.subscription-welcome' AND data->>'subscriptionId' = ${row.id}`;
  expect(Number(welcomes[0]?.n)).toBe(1);
});

test('the answer tells nothing of the address: new, pending or subscribed', async () => {
  const tide = await blog({ owner: await member() });
  const email = 'same-answer@elsewhere.example';
  const fresh = await subscribeByMail({ blogId: tide.id, email });
  const pending = await subscribeByMail({ blogId: tide.id, email });
  await db.subscription.updateMany({ where: { blogId: tide.id, email }, data: { confirmedAt: new Date() } });
  expect([fresh, pending, await subscribeByMail({ blogId: tide.id, email })]).toEqual([undefined, undefined, undefined]);
  expect(await db.subscription.count({ where: { blogId: tide.id, email } })).toBe(1);
});

test('a link that is too old or was never sent confirms nothing', async () => {
  const tide = await blog({ owner: await member() });
  await subscribeByMail({ blogId: tide.id, email: 'slow@elsewhere.example' });
  const { id } = await rowOf(tide.id, 'slow@elsewhere.example');
  const token = tokenIn((await confirmationMail(id))?.button?.url);
  expect(await refusalOf(confirmSubscription(token, new Date(Date.now() + 4 * 86_400_000)))).toBe('gone');
  expect(await refusalOf(confirmSubscription('never-sent', new Date()))).toBe('gone');
});

test('the link of a mail ends that one subscription, twice or not; a cut link ends nothing', async () => {
  const reader = await member();
  const [one, other] = [await blog({ owner: reader }), await blog({ owner: reader })];
  await twentyAtOnce(() => subscribeMember(reader, { blogId: one.id }));
  await subscribeMember(reader, { blogId: other.id });
  expect(await db.subscription.count({ where: { blogId: one.id } })).toBe(1);
  const { id } = await rowOf(one.id, reader.email);
  const { searchParams } = new URL(unsubscribeUrl(id));
  const key = searchParams.get('key') ?? '';
  expect(await refusalOf(unsubscribeByLink(id, `${key.slice(0, -1)}`))).toBe('invalid');
  expect(await refusalOf(unsubscribeByLink((await rowOf(other.id, reader.email)).id, key))).toBe('invalid');
  await unsubscribeByLink(id, key);
  await unsubscribeByLink(id, key);
  expect(await subscribedBlogIds(reader)).toEqual([other.id]);
  // Mail that is under way looks again and stops.
  expect(await welcomeMail(id)).toBeNull();
});

test('one click needs a verified address; nobody ends another’s subscription', async () => {
  const [reader, other] = [await member(), await member()];
  const tide = await blog({ owner: other });
  expect(await refusalOf(subscribeMember(await member({ emailVerified: false }), { blogId: tide.id }))).toBe('not-allowed');
  expect(await refusalOf(subscribeMember(reader, { blogId: '01900000-0000-7000-8000-000000000000' }))).toBe('not-found');
  await subscribeMember(reader, { blogId: tide.id });
  await endSubscription(other, { blogId: tide.id });
  expect(await subscribedBlogIds(reader)).toEqual([tide.id]);
  await endSubscription(reader, { blogId: tide.id });
  expect(await subscribedBlogIds(reader)).toEqual([]);
});

test('home shows the blogs with the most confirmed subscribers: asking in others’ names moves none', async () => {
  const owner = await member();
  const [read, asked, left] = [await blog({ owner }), await blog({ owner }), await blog({ owner })];
  for (const one of [read, asked, left]) await post({ blog: one, author: owner });
  for (let nth = 0; nth < 3; nth += 1) await subscribeByMail({ blogId: asked.id, email: `in-a-name-${nth}@elsewhere.example` });
  const readers = [await member(), await member()];
  for (const reader of readers) {
    await subscribeMember(reader, { blogId: left.id });
    await endSubscription(reader, { blogId: left.id });
  }
  await subscribeMember(await member(), { blogId: read.id });
  const shown = (await popularBlogs(1_000)).filter(({ id }) => [read.id, asked.id, left.id].includes(id));
  expect(shown.map(({ id, subscribers }) => [id, subscribers])).toEqual([
    [read.id, 1],
    [asked.id, 0],
    [left.id, 0],
  ]);
});
