import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const lowTidePosts: readonly TownPost[] = [
  {
    blog: 'low-tide',
    author: 'ines',
    slug: 'what-the-harbour-smelled-like',
    title: 'What the harbour smelled like before the fridges came',
    standfirst: 'My grandfather sold ice. When I asked him what he remembered he did not say the cold; he said the sawdust.',
    tags: ['coast', 'memory', 'harbour'],
    publishedDaysAgo: 1.3,
    cover: {
      picture: 'ice-house',
      alt: 'A whitewashed ice house with a blue door above a slipway, blocks of ice on a cart, the sea behind.',
      caption: 'The ice house stood where the car park is now. Its north wall is still there, behind the ticket machine.',
      credit,
    },
    body: `
He had a shed with walls a metre thick and no window. Ice came down from the hills at night, on a cart, under sacking, and it was his job to see that it was still ice in August. Between the blocks went sawdust: pine if he could get it, poplar if he could not. “Poplar is for people who don’t mind their fish tasting of cupboards,” he said, and I wrote it down on the back of an envelope, because I was eleven and had just found out that you could write down what people say.

So the first smell is pine. You have to imagine it coming out of the door with the cold, low, over your feet.

The second was tar, but only on dry days. The third was the nets, which were still cotton, and were boiled twice a year with bark in a copper the size of a rowing boat. It gave off something between tea and a saddle. My aunt says that it got into the bread. She does not say it as a complaint.

And then fish, naturally, but not as people now suppose. Fresh fish hardly smells. What you smelled was yesterday: the slabs, the drains, the cats, the barrels of heads for the crab pots. A stranger thought that the harbour stank. Anyone from here could tell you with their eyes shut what had been landed, by whom, and whether he had washed down.

## The winter it changed

The co-operative bought the first compressor in a November. I have the minutes: nineteen for, four against, and a note that Sr. Duarte *asked that it be recorded that he had asked*. He did not speak against it. He knew what it was. He had carried ice for thirty years and had the back to show for it.

It was set up in the lower shed and it hummed. People went to look at it after Mass. Within two years the boats stayed out three days instead of one, and the big hake came in, and there was money for the school roof. All this is true, and I would not have it otherwise.

But the shed was emptied, and the sawdust was put out on the slip to be taken by the tide. My grandfather swept it himself. It floated, he said, out past the mole, a yellow road, and the gulls came down to it and were disappointed.

> You never throw away a smell. You only stop making it.

I have asked twenty-six people on the tapes what the harbour smelled like. Four said fish. Nine said tar. One, who had been a customs man and not much liked, said oranges, and would not explain. The rest said pine, or forest, or *a carpenter’s*, and then looked puzzled, since there has never been a forest here, nor a carpenter’s anywhere near the water.

He kept one block, for a joke, in the new cold room, wrapped in its sacking, with his mark cut in it. It was found there when the room was defrosted in the spring after he died. My mother put it in the sink and none of us would run the tap. It took until the next afternoon. When it was gone there was a ring of sawdust around the plughole, quite dry on top, and the kitchen smelled of pine.
`,
  },
  {
    blog: 'low-tide',
    author: 'ines',
    slug: 'my-mothers-tide-table',
    title: 'My mother’s tide table',
    standfirst: 'Forty years of highs and lows in pencil, and in the margins everything she would not say aloud.',
    tags: ['coast', 'memory', 'family'],
    publishedDaysAgo: 9.4,
    cover: {
      picture: 'low-tide-flats',
      alt: 'Wide tidal flats with winding channels of silver water and one small boat lying on its side.',
      caption: 'A spring low, when you can walk to the second buoy.',
      credit,
    },
    body: `
The port gives away a tide table every December, a thin booklet with an advertisement for engine oil on the back. My mother kept hers on a nail by the stove. When she died there were forty of them in a flour tin, in order, and every page was written on.

At first it looks like work. She gathered cockles, so she underlined the lows under half a metre and put a dot where they fell in daylight. A dot with a ring meant that the wind was wrong. A ring alone I could not read, until I found the same dates on my school reports: those were days she had not gone because one of us was ill.

## The hand changes

In the booklets from the seventies she writes small. *Mist. 4 kg. Rosa’s girl born.* There is a week with nothing but the printed figures, and then, beside a low of 0.2 on a Thursday, the one word *quiet*. That was the week the *Boa Hora* did not come back. My father was not on it. His brother was.

After that she writes the height of the water every single day, her own measure, from the third step of the slip, next to the printed one. They differ by the breadth of a finger, sometimes two. For eleven years she checked the government’s sea against her own.

I took some of those pages to a woman at the hydrographic office. I thought she would be kind about them. She put on her glasses, turned the booklet to the window and asked whether she might copy all forty. Their gauge had been out of order from 1981 to 1984; nobody had told the public. They had filled in the curve by calculation. My mother had not.

> “She was reading it to the centimetre,” said the woman. “With what?” I said: with her foot.

So there is now a footnote in a technical report which says *supplementary observations, M. Duarte, private*. I have it framed.

## What the margins say

I had been afraid of finding something. You do not open a tin like that without thinking that you may learn whom she would rather have married. What I found was mostly weather, weights, births, prices, the names of those who had been rude to her at the market and, years later, the same names with a cross and a date.

But on the last low of each year, always, a line of a different sort. *This year I was in the water 112 times.* Or 98. Or, in the year my brother left for Rotterdam, 141. It took me a while to see that she had not been counting kilos. She had been counting the mornings on which nobody needed her for anything else.

The last booklet stops in a March. She was eighty-three and had not gathered for a long time. Beside a low of 0.3, at ten past seven, there is a dot: daylight, wind right. She did not go. She only wanted it noted that one could have.
`,
  },
  {
    blog: 'low-tide',
    author: 'ines',
    slug: 'the-bridge-that-opened-for-nobody',
    title: 'The bridge that opened for nobody',
    standfirst: 'For six years after the last tall mast left the river, a man climbed up every morning at eight and opened the bridge.',
    tags: ['coast', 'river', 'work'],
    publishedDaysAgo: 19.2,
    cover: {
      picture: 'bascule-bridge',
      alt: 'A lifting bridge with both halves raised above a pale river, a control cabin on one tower, mist behind.',
      caption: 'Drawn from a photograph of 1968. There is no boat in that either.',
      credit,
    },
    body: `
The rule said that the bridge should open at eight and at five, *and on the signal of any vessel*. It did not say that there had to be a vessel.

The last one with a mast too tall for the fixed span was the dredger *Perseverança*, and she went for scrap in the spring of 1962. Nobody thought to tell the rule. So at five to eight each morning Sr. Amílcar came along the parapet with his dinner in a cloth, unlocked the cabin, rang the bell, lowered two red-and-white poles in front of a baker’s van and a line of children, and raised four hundred tonnes of steel into the air. He counted to sixty. Then he put it down again.

I was one of the children. It never struck us as foolish. School began at ten past eight because of it.

## The letters

The file is in the district archive, and it is thin. In 1963 the roads office asks the harbour office whether the openings are needed. The harbour office answers that it is not in a position to state that no vessel will present itself. In 1964 the roads office asks how many have. The harbour office answers that a return of vessels is not kept, since the bridge has always been open when one might have come.

In 1966 a young engineer did what no one had, and asked the keeper. The reply is in a good round hand.

> *Sir: none. But it must be moved or it will seize. My father’s bridge was left shut for a winter and they had to cut it. I move it so that it can be moved.*

The engineer wrote *he is right* in the margin, with his initials, and the correspondence stops there for two years.

It was all perfectly useless, and it also happened to be maintenance. I have thought about that a good deal since. We had a man who did a thing twice a day for a reason that was not the official one, inside a rule whose official reason had gone, and as long as nobody looked closely it all worked. When somebody did look, in 1968, they found the saving at once: one wage, a little current, and fifteen minutes of a baker’s time. The openings ceased in June.

In the great flood of February 1979 they wanted the bridge up, so that the trees and the drowned cattle could pass through instead of piling against it. They sent for Amílcar, who was seventy-four. He went up with a torch, looked at the pinions, and came down again. “You shut it,” he said. It was not unkind. The bridge went at four in the morning, and you could hear it from the church.

Sade, who writes about computers, sent me [something on migrations](/@plain-machines/a-migration-you-can-stop-halfway) and said I would recognise it. I do not know what half the words mean. I recognised it.
`,
  },
];
