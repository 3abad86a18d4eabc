import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const ktOnlinePosts: readonly TownPost[] = [
  {
    blog: 'kt-online',
    author: 'khanh',
    slug: 'russian-president-visits-china',
    title: 'An old habit: why the first trip of a new term still goes to Beijing',
    standfirst: 'Two leaders, forty-three meetings, and a trade figure that outran its own deadline. What two days in May 2024 could change, and what they could not.',
    tags: ['world', 'trade', 'asia'],
    publishedDaysAgo: 0.4,
    cover: {
      picture: 'harbin-dusk',
      alt: 'Domes and spires of an old northern city as dark shapes under an orange evening sky, with a frozen river in front.',
      caption: 'Harbin’s old quarter on the evening before the guests arrive. The second day of the visit was kept for it.',
      credit,
    },
    body: `
There is a rule of diplomacy that nobody ever wrote down: the first visit of a new term says more than the communiqué at its end. When the Russian president’s visit to China was announced for the middle of May 2024, he had been sworn in for a fifth term barely a week before. The destination surprised no one, and that is the point of it. A habit is a message that no longer needs a speech.

The habit is younger than it is made to look. In 2000 the first journeys of a new Russian president went west. In 2012 Beijing came after Minsk, Berlin and Paris, and in 2018 it followed Vienna by three days. What has changed is less the liking for one capital than the list of the others. Xi Jinping opened his own first term in Moscow in 2013 and went there again in March 2023, days into his third. The courtesy of 2024 returns that one, in the same coin.

## The guest list

Read the passenger list before the programme. The new defence minister came, an economist by training and two days in the job. So did the finance minister, the governor of the central bank and the heads of the largest lenders, with the railways, the atomic industry and the space agency behind them. A delegation heavy in bankers is not coming to sign a friendship. It is coming because a payment is stuck somewhere.

The payments do stick. Trade between the two countries reached about 240 billion dollars in 2023, a quarter more than the year before. The target had been 200 billion, and the deadline for it was the end of 2024. Yet in the spring of that year Chinese sales to Russia fell for the first time in a long while. The demand was still there. What had changed was an American order of December 2023 that put any foreign bank at risk if it cleared the wrong invoice, and a careful clerk in Zhejiang can hold up a shipment more surely than a customs officer.

Both governments answered in the language they share, which is the language of accounts. By their own reckoning nine tenths of the trade is now settled in roubles and yuan. That figure is real, and it settles less than it seems to. A currency is only half of a payment; the other half is somebody willing to be seen making it.

## What was on the table

Energy came first, as it always does. The pipeline that runs now, the eastern one, was agreed in Shanghai in May 2014 after a decade of talking about price, and gas has flowed through it since the end of 2019. Its successor would cross Mongolia with fifty billion cubic metres a year, from the fields that used to supply Europe. For Moscow it would replace a customer. For Beijing it would be one supplier among several, and there is no hurry in that chair. The visit ended without a signature on it.

> A partnership without limits still has a price per cubic metre.

The rest of the table was longer and duller, which usually means it will last. Beef and Jerusalem artichokes were cleared for import. There was talk of a river island shared between the two since 2008, of freight through border stations with too few sidings, of joint newsrooms, nuclear fuel, and the schooling of engineers. The second day went to Harbin, a city that Russian railwaymen helped to build, for a trade fair and a visit to a technical university. A carpet in Beijing is for the cameras. A fair in Harbin is for the provinces that do the buying.

The joint statement ran to many pages and celebrated seventy-five years of relations. Such texts are worth reading for their verbs, and I have tried to show how in [an earlier piece on communiqués](/@kt-online/how-to-read-a-communique). Where the two agree, about the order they would rather live under, the verbs are long and confident. Where they do not, they thank each other for their positions. On Ukraine the Chinese side was appreciated for being objective, a word that commits the speaker to nothing and the listener to not complaining.

It is tempting to score such a visit: who needed whom, and who stood on which side of the carpet. The numbers invite it. China is Russia’s largest trading partner by a distance, and Russia is one among China’s larger ones. But inequality is an old condition in alliances and not always the one that ends them. They end more often when the smaller side is surprised, or the larger one is embarrassed. A good part of the ceremony, forty-three meetings of it by then, exists to make sure that neither happens in public.

What could two days change? Small things that add up: a regional bank told it may open a correspondent account, a rail timetable with two more paths, a veterinary certificate. What could they not change? The distance from the gas fields to the border, the size of the two economies, and the fact that each of them has customers elsewhere whose patience it is spending. Those are not matters of will, and no walk in a garden moves them.

So the plane flew the short way home, and the habit was kept. If you want to know what it was worth, leave the photographs and look at the customs tables for the autumn. They come out around the eighteenth of each month, they are dull, and nobody has ever managed to make them smile.
`,
  },
  {
    blog: 'kt-online',
    author: 'khanh',
    slug: 'how-to-read-a-communique',
    title: 'How to read a communiqué',
    standfirst: 'The verbs are load-bearing. The adjectives are paint. A short manual from nineteen years of reading them at two in the morning.',
    tags: ['world', 'language', 'craft'],
    publishedDaysAgo: 12.2,
    cover: {
      picture: 'printing-press',
      alt: 'A large rotary press in side view, paper running between its rollers in long diagonals.',
      caption: 'The last text of the night is set while the delegations are already on the way to the airport.',
      credit,
    },
    body: `
On my first night at the desk the editor handed me a joint statement of nine pages and asked for two hundred words in twenty minutes. I underlined every striking phrase. He looked at my copy, turned it over, and said that I had underlined the paint.

A communiqué is written by tired people who disagree. Each has a sentence that must go in and one that must stay out, and the text is what is left when both have been looked after. Nobody in the room expects you to enjoy it. They do expect a small number of readers, mostly in other ministries, to read it exactly.

## Begin with the verbs

There is a ladder, and most foreign ministries climb the same one.

1. *Noted* means that somebody said it and nobody wanted it.
2. *Exchanged views on* means they disagreed, at length.
3. *Discussed* means they disagreed, politely.
4. *Welcomed* means it costs nothing.
5. *Agreed to consider* means one side will be asked about it next year.
6. *Agreed* is worth reading twice.
7. *Decided*, with a date, is the news.

If a text of nine pages has one *decided*, the other eight and a half pages were built to carry it, or to hide it.

## Then look for the hole

Take the statement from last year and lay it beside the new one. Whole paragraphs will be the same to the comma. That is not laziness; it is a treaty between drafters not to reopen what was hard to close. So when a familiar sentence has lost a word, it was taken out by somebody, in a room, after an argument. I once saw a promise shrink from *will* to *intend to* across three summers. No newspaper reported it. The shipping insurers did, in their own way: the premium moved a month later.

## Mind the order

Subjects are listed by rank. When fisheries overtake defence, somebody has given up on defence for the year. When culture comes first, there was nothing else.

> Nobody lies in a communiqué. They only choose which true thing to stand in front of.

## Read the language you were not given

Most joint texts exist in two languages and are declared equal. They are not. One was drafted and one was translated, and the seams show. Lê An, who spent his life on customs declarations and now writes [by a river](/@ben-song), taught me to check the numbers and the conditionals first. Languages that have no handy subjunctive must decide whether a thing is going to happen. That decision is sometimes the most honest sentence in the document.

Finally, look at the time stamp. A statement released an hour before the press conference was ready last week. One that comes out at three in the morning, with a typing error in the second paragraph, was negotiated until the aircraft engines were running. Read that one slowly. It is the only kind in which something happened.
`,
  },
  {
    blog: 'kt-online',
    author: 'khanh',
    slug: 'what-a-container-ship-waits-for',
    title: 'What a container ship waits for',
    standfirst: 'Eleven ships lay at anchor on a calm day with free berths in sight. I asked each link in the chain why, and was sent to the next.',
    tags: ['trade', 'world', 'harbour'],
    publishedDaysAgo: 6.1,
    cover: {
      picture: 'harbour-cranes',
      alt: 'Tall gantry cranes and stacked containers along a quay in green evening light, mirrored in still water.',
      caption: 'Two berths were free all afternoon.',
      credit,
    },
    body: `
From the tenth floor of the port office you can count the ships at anchor. There were eleven on the Tuesday I went. The sea was flat, two berths stood empty, and the cranes had their arms up like people being robbed.

The harbour master said that the ships were not his. He gives them a place when the terminal asks for one. The terminal had not asked.

The terminal’s planner showed me a yard. A container is put down on whatever is free and taken out by whoever comes first, and these two facts do not meet. When the yard is two thirds full, a crane moves one box to reach another. At four fifths, it moves three. Past that, she said, we are not a port, we are a puzzle. She was at eighty-four. A ship unloaded into that yard would not be a delivery. It would be a further lid.

So why was the yard full? Because the lorries were late. The lorry drivers, whom I found at a tea stall by the east gate, were not late at all; they had been there since five. Their slots had been cancelled, because the boxes they came for had not been released.

## The release

A box is released when four things are true: the carrier has been paid, customs is content, the plant inspectors are content, and a code has reached the haulier. I followed one box of ceramic tiles through it. The carrier had been paid on Friday. Customs had cleared it in six minutes, by machine. The inspectors did not care about tiles. The code had been sent to an address that belonged to a clerk who had left in March.

- Value of the tiles: about the price of a small car.
- Cost of each day in the yard: a good dinner for two.
- Days: nine.
- People who could see that it was stuck: all of them, each on a different screen.

> The sea is the fast part.

There was no villain in it, which is disappointing in a story and usual in a port. Everyone had done their part by the time they were measured on. The planner is measured on moves an hour, the carrier on departures, the clearing agent on declarations filed, the haulier on kilometres. None is measured on the only thing that the man who ordered the tiles wanted to know.

He, by the way, had a system for it. He rang the tea stall. The woman who runs it sees which lorries leave full, and for the price of breakfast she tells people. She was never wrong while I was there, and she has the best view of the gate.

The clerk’s mailbox was redirected on the Thursday. By Saturday the yard was at seventy-one, and when I went up to the tenth floor there were three ships at anchor, one of them only because its cook was ill. I think of it when I read that a shortage has been ended by a summit. Sometimes it has. And sometimes somebody found out who used to read that address. Sade Okafor has written [the same story about software](/@plain-machines/a-queue-is-a-promise), with fewer cranes.
`,
  },
];
