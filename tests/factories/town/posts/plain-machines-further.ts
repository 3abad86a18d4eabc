import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const plainMachinesFurtherPosts: readonly TownPost[] = [
  {
    blog: 'plain-machines',
    author: 'sade',
    slug: 'a-migration-you-can-stop-halfway',
    title: 'A migration you can stop halfway',
    standfirst: 'Plan for the afternoon on which you will be called away. A method with five steps, each of which is a place to live.',
    tags: ['code', 'databases'],
    publishedDaysAgo: 36.4,
    cover: {
      picture: 'stone-bridge',
      alt: 'A stone bridge of many arches under repair, scaffolding around one pier, the river low and bright.',
      caption: 'Traffic kept to the upstream side for two summers.',
      credit,
    },
    body: `
The stone bridge in the town where I grew up was rebuilt while we walked over it. They did one arch at a time. For two summers it was part old and part new, it was ugly, and nobody had to go round by the ford.

Most software migrations are planned like a house move: pack on Friday, wake up on Monday somewhere else. I have done eleven of that kind. Three were finished on the Monday. What I look for now is something else. I want every stage to be somewhere I could stay for a year without shame, because I have usually had to.

## An example

We wanted one address column to become a table, as people turned out to live in more than one place.

**One: make room.** Add the new table. Nothing uses it. If you stop here you have an empty table, which harms nobody.

\`\`\`
create table address (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  body text not null,
  valid_from date not null
);
\`\`\`

**Two: write to both.** In one transaction, from one place in the code. Find every writer first; there will be one you did not know of, and it will be a spreadsheet. If you stop here you have two copies that agree.

**Three: fill in the past.** In small batches, from the oldest, with a note of how far you have come. It must be possible to run it twice, and to kill it at lunch.

**Four: read from the new one,** for one page, then for one team, then for all. Keep comparing. We found thirty-eight people whose two addresses differed, and each of those was an old bug that had been waiting for somebody to look.

**Five: stop writing to the old one.** Then wait. Wait for a month end, a quarter end, the one report that runs in January. Then take it away.

## Where people get stuck

Between three and four. The new thing is there, the old thing works, and a person with a louder problem comes to the door. We were stuck there for seven months. I am not embarrassed by it: the site ran, both copies were true, the comparison ran each night and told us that nothing had drifted. When we came back there was nothing to remember. The next step was written at the top of the file, by me, to a stranger.

> If you cannot say what the half-done state is called, you do not have a step, you have a leap.

There is a cost. Five deploys, not one. Some code exists only to be deleted, and young colleagues find this hard to love. I tell them about the falsework under an arch, which is real carpentry, done to the millimetre, by people who know that it will be burnt.

Ines Duarte has a piece about [a bridge that was opened for nobody](/@low-tide/the-bridge-that-opened-for-nobody), and I have not found a better account of what happens to step five when the person who knew what the old thing was for has retired. Ask before you take it away. Then ask the one who sweeps there.
`,
  },
  {
    blog: 'plain-machines',
    author: 'sade',
    slug: 'what-the-bicycle-repairer-knows',
    title: 'What the bicycle repairer knows about old code',
    standfirst: 'Eight Saturdays at the stand beside a man who has never rewritten anything.',
    tags: ['craft', 'code', 'work'],
    publishedDaysAgo: 48.2,
    cover: {
      picture: 'bicycle-workshop',
      alt: 'A bicycle on a repair stand in a warm workshop, tools in rows on the wall, a wheel leaning below.',
      caption: 'Every tool has its outline painted on the board, so that the wall can say what is missing.',
      credit,
    },
    body: `
Mr Adeyemi works under the railway arch next to the one where I park. I had a creak. He listened to it, and said, “That is not where it is.” I asked if I could come on Saturdays and hold things.

I went for eight of them. These are my notes.

**He washes it first.** Before any diagnosis. I took it for courtesy. It is inspection: you cannot wash a frame without touching all of it, and his thumb finds the crack before his eye does. I thought of how I read old code, jumping to the line in the stack trace with mud on everything around it.

**He asks what changed.** Never “what is wrong”. People do not know what is wrong. They always know that they had the saddle raised, or lent it to their brother.

**He does the cheap thing that might be it, and then rides.** Tighten one bolt; ride round the block. Tighten the next; ride. I would have tightened all six and gone home happy, and never known which.

**He keeps the old part.** It goes in a tin with the customer’s name on it, for three months. Twice while I was there the old part had been innocent, and went back in.

**He refuses to improve.** A student came with a 1970s tourer and a list: hydraulic brakes, electronic gears. “You want a different bicycle,” Mr Adeyemi said. “This is not a slow version of it.”

## The wheel

On the sixth Saturday he let me true a wheel. You spin it and watch the gap between rim and pad. Where it leans left you tighten a spoke on the right, a quarter of a turn. The first thing that you learn is that no spoke is wrong. Each one is only in agreement with the others, and as soon as you change one you have changed the terms for four. The second is that you do a quarter of a turn, never a half. I got a half past him once. It cost us forty minutes.

> “The wheel is round already,” he said. “You are only letting it.”

I asked him the thing that people ask me: when is it better to buy a new one? He did not give a number. He put down the key and took me to the back, where there was a frame on a nail, bent like an elbow. “When it cannot be made to hold still,” he said. “As long as it will hold still I can fix the next thing.”

I have used that since, in meetings, as a test of systems. Does it hold still? Can you run it here, today, twice, and see the same result? If so, wash it, ask what changed, and take a quarter of a turn. If not, that is the first repair, and it is the only one that cannot wait.

The creak was the saddle. It had been the saddle from the start. He had known it when I wheeled it in, and had let me find it, and I paid for eight Saturdays in coffee.
`,
  },
];
