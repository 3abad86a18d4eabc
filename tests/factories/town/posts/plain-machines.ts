import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const plainMachinesPosts: readonly TownPost[] = [
  {
    blog: 'plain-machines',
    author: 'sade',
    slug: 'a-queue-is-a-promise',
    title: 'A queue is a promise, and promises need a ledger',
    standfirst: 'We lost eleven messages in four years. This is about the eleventh.',
    tags: ['code', 'databases', 'work'],
    publishedDaysAgo: 2.2,
    cover: {
      picture: 'queue-of-boxes',
      alt: 'Parcels of different colours in a row on a long belt, the last few fading into the distance.',
      caption: 'Each of these has been promised to someone.',
      credit,
    },
    body: `
The first ten were boring. A disk filled, a process was killed between two lines, somebody ran the wrong script on the right day. We wrote them down, apologised to ten people and moved on. The eleventh was a letter to a man whose operation had been moved forward by a week. It was accepted by our system at 16:02 and it never left. He came to the hospital on the old date.

He was well. I say so first because everyone asks. They fitted him in the next month. But I had to explain to a ward sister what had happened to the letter, and I could not.

## What we had

We had what most people have. A web process put a job on a queue and answered “sent”. The queue lived in memory with a copy on disk every second. A worker took a job, did it, and told the queue that it was done. There were charts. They showed how long the queue was, and it was always short. That was the trouble: a queue that loses things is very short.

The word *sent* was the lie. What the web process knew was that it had said something to something else. It had written one fact in the database, *the date has changed*, and another in the queue, *tell him*. Between the two there is a gap about a millisecond wide, and in four years of traffic a person will fall into it.

## What we have

Now the promise is a row. It is written in the same transaction as the thing it is about, so either both are true or neither.

\`\`\`
begin;
update appointment set starts_at = $2 where id = $1;
insert into promise (kind, about, due_at)
  values ('letter.moved', $1, now());
commit;
\`\`\`

A worker takes a promise without stepping on its colleagues, does the work, and records that it was kept. It does not delete it.

\`\`\`
select id, kind, about from promise
 where kept_at is null and due_at <= now()
 order by due_at, id
 for update skip locked
 limit 10;
\`\`\`

None of this is new, and I would distrust it if it were. You give up some speed. We send four letters a second on the worst day of the year, and Postgres is not even warm.

What I had not foreseen was how it would change the conversations. A queue can answer *how many*. A ledger can answer *which, since when, and whose*. The ward sister has a page now. It lists the promises about her patients that are older than an hour and not yet kept. On most days it is empty, and she looks at it all the same, as you would try a door you know is locked.

## Three rules on the wall

1. Do not say that a thing is done if what you know is that it was asked for.
2. Do the work twice without harm, since some day you will do it twice.
3. Keep the kept ones. The question is never about the future.

> A queue that is empty tells you nothing. A ledger that balances tells you everything you promised.

There have been no lost messages since. I used to be proud of that sentence, until Khanh, who writes [about ports](/@kt-online/what-a-container-ship-waits-for), asked me how I would know. I told him about the page. He asked who reads it when the sister is on holiday. We have a second sister now.
`,
  },
  {
    blog: 'plain-machines',
    author: 'sade',
    slug: 'the-server-under-the-stairs',
    title: 'The server under the stairs',
    standfirst: 'It has been up for nine years in a cupboard with a mop. I went to replace it and came back with a list of questions.',
    tags: ['code', 'operations'],
    publishedDaysAgo: 11.3,
    cover: {
      picture: 'cupboard-light',
      alt: 'A cupboard under a staircase with its door ajar; inside, one small machine with two green lights.',
      caption: 'Left of the machine, out of view: the mop.',
      credit,
    },
    body: `
The parish council had asked me to take it away. It kept the register of allotments, the key list for the hall, and a small program that worked out who owed what for water. It stood under the stairs, on a plank, and it had not been restarted since a storm nine years ago.

My offer was ready. Managed database, nightly copies, single sign-on. I had a slide with a cloud on it. I thought I would look at the machine first, out of manners.

It was a desktop computer with the side off. On the inside of the cupboard door someone had taped a sheet of paper in a plastic sleeve, headed **IF I AM ILL**. It was the best operations manual I have ever read, and I give it here entire.

1. It is meant to hum. If it ticks, ring Dennis.
2. Every Friday it writes to the blue stick. Take the blue stick home and bring the red one.
3. If the light is off at the wall it is the hoover. Somebody has unplugged us for the hoover.
4. To see whether it is all right, look at plot 14. Plot 14 is mine and I owe £6.20. If it says anything else do not believe the rest.
5. You cannot break it from the hall. You can only break it from here.

## Plot 14

I have worked in places with a hundred dashboards that had nothing as good as plot 14. It is one known answer, checked by a person, through the whole stack: disk, program, arithmetic, screen. Every Friday for nine years somebody had looked at it, seen £6.20 and gone home. It had been wrong once. A new treasurer had changed the water rate with a comma where a point should be. It was caught in four days, by a woman carrying a mop.

Dennis turned out to be seventy-six, and he had retired from the signalling side of the railway. He had never heard of observability. He had heard of signals that fail so that you can see them fail, and thought that surely all the rest of the world did it like that.

> “What does yours do when it does not know?” he asked. I said that it shows the last value. He looked at me with real concern.

## What I did

I moved it in the end. The disk was nine years old, and Dennis agreed that he was too. The new one is small and quiet, has a twin in another village and makes its copies by itself. But I changed my slide. The blue stick and the red one still go home on Fridays. There is a sheet of paper on the inside of the door. The page that says the system is well does not show a green light; it shows plot 14, and what it owes, and when it was last asked.

If it cannot ask, it says so, in words, in place of the number. I sent Dennis a photograph. He wrote back that £6.20 was correct, and that I had misspelt *hoover*.
`,
  },
  {
    blog: 'plain-machines',
    author: 'sade',
    slug: 'the-alarm-nobody-may-ignore',
    title: 'The alarm nobody may ignore',
    standfirst: 'We had four hundred and twelve alerts. I asked the people who got them which one they would miss.',
    tags: ['operations', 'work'],
    publishedDaysAgo: 21.4,
    cover: null,
    body: `
I sat beside the on-call engineer for one week, with a pencil. The telephone went sixty-one times. Fifty-three times she looked at it and put it down. When I asked how she knew, she said, “They come in threes when they’re real.”

She was right, too. She had built a model of our system out of its noise, and it was better than the one we had built on purpose. It lived only in her, and she was leaving in June.

## The cull

We made a table with a line for every alert and asked three questions of each one.

- When it last fired, did anyone do anything?
- If so, could the machine have done it?
- If nobody had, what would a person outside this building have noticed?

The third question is the knife. Three hundred and forty alerts had no answer to it whatever. *CPU above ninety per cent.* So? It is a computer; we bought it to compute. *Replication lag over five seconds.* That matters if somebody reads stale data and minds, and in this system the only readers are the monthly reports. *Certificate expires in thirty days.* Twenty-six days too early for a telephone, and since March a machine renews it.

We deleted them. I do not mean that they were lowered to a warning, or sent to a channel. A channel full of warnings is a landfill with a search box.

Forty-one more were things a script could do, and the script was two lines. It now does them and writes down that it did.

That left thirty-one. We put those to the people who are not engineers, to see what *they* would ring us for, and their list was shorter and better: letters are not going out; the booking page does not take bookings; a total is wrong; someone can see what they should not. We rewrote the thirty-one as four, in their words.

## The drill

An alarm that never sounds is one that you do not know works. So on the first Wednesday of the month, at ten in the morning, we break each of the four on purpose and wait. The first time, two of them stayed silent. One had been muted in 2021 by a person nobody could remember. The other watched a machine that had been switched off; it found no errors there.

> Silence is only good news from something you have heard speak.

It has been seven months. The telephone has gone nine times. Nobody has put it down once, because there is no longer such a thing as a usual one, and a person who is woken at three for the second time in a year gets up.

The engineer who was leaving in June stayed. She says that it was not because of this. She also says that she sleeps with the telephone in the kitchen now, with the door open, and that it took her most of a winter to stop hearing it ring.
`,
  },
];
