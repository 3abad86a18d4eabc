import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const backBurnerPosts: readonly TownPost[] = [
  {
    blog: 'back-burner',
    author: 'teo',
    slug: 'soup-for-eleven-when-nine-booked',
    title: 'Soup for eleven when nine have booked',
    standfirst: 'The arithmetic of a small dining room, with the numbers left in.',
    tags: ['kitchen', 'work'],
    publishedDaysAgo: 3.4,
    cover: {
      picture: 'kitchen-window',
      alt: 'A steaming pot on a stove below a window at dusk, copper pans hanging, two lemons on the sill.',
      caption: 'Half past five. The quiet part.',
      credit,
    },
    body: `
I have twenty-two chairs. On a Tuesday in February nine of them were booked, and I made soup for eleven. My accountant, who is also my sister, would like to know why, and it is a fair question, so here is the whole of it.

A bowl of the chickpea and chestnut costs me one euro ninety in things you can touch. Chickpeas are nothing. Chestnuts are most of it; then oil, rosemary, stock that I do not count because it is made from what I paid for yesterday. Gas I used to leave out. I do not leave out gas any more.

I sell the bowl for nine. You will think that the rest is mine. Of the nine, tax takes one. The room takes two whether you come or not. Lina, who carries it to you and remembers that you do not eat celery, takes two and a half. Plates break at a rate of eleven cents a bowl. After everybody has been, there is about eighty cents, and it must pay for the Tuesdays.

## The two extra

Nine booked. On a wet Tuesday one of them will not come and will not ring. Two more will walk in, because of the rain, and stand in the door with that look. If I have soup I have fourteen euros and two people who tell others that there was a place, and it was warm. If I have none I have saved three euros eighty and sent them to the kebab shop, where they will have a perfectly good evening.

So it is not generosity. I bet three eighty against fourteen, and I win two times in three. The third time Lina and I eat it standing up at eleven at night, and I have never once counted that as a loss.

> A restaurant is a bet on the weather, made at ten in the morning by someone with an onion in his hand.

## What I got wrong

For the first two years I cooked for what I hoped. Twenty-two chairs, soup for twenty-two. I threw away so much that I began to hate chestnuts. Then I got frightened and cooked for what was certain, and at half past eight there would be a line through the soup on the board. A board with a line through it makes a room feel that it has come too late to something.

My rule, since then, is on the inside of the cupboard door:

- booked, less one in ten;
- plus two if it rains, plus three if it rains and it is pay week;
- plus none at all for hope;
- and one bowl that is not for sale, for whoever needs it. There is always someone, and it has twice been me.

On the Tuesday I am speaking of, all nine came. Four walked in. I was two short, and I made the last two out of what the others had left in the pot, a tin of tomatoes and a straight face. They said that it was the best they had eaten this year. I wrote the recipe down at once and have never got it to work again.
`,
  },
  {
    blog: 'back-burner',
    author: 'teo',
    slug: 'the-knife-drawer',
    title: 'The knife drawer',
    standfirst: 'Eleven knives, four of which I use, one of which is not mine.',
    tags: ['kitchen', 'craft'],
    publishedDaysAgo: 15.5,
    cover: null,
    body: `
People who visit the kitchen ask to see the knives, the way visitors to a painter ask about brushes. I open the drawer and they are disappointed. There are eleven. They lie on a tea towel. The one I use the most cost fourteen euros and has a yellow plastic handle.

It was sold for butchers’ apprentices and it is made of steel so soft that it will not hold an edge past lunch. That is why I like it. It takes six strokes on the stone and is sharp again, and since it needs them every day I have not worked with a blunt knife since I was twenty-four. The expensive one, which I shall come to, stays keen for a month, and for the last ten days of that month you are using a slightly blunt knife and blaming the onion.

## The four

**Yellow.** Everything.

**The small one.** For whatever fits in the other hand. I have lost it in the compost five times. It comes back.

**The bread knife.** Never sharpened, on principle, and the principle is that I do not know how.

**The long thin one,** for fish. Ines showed me what her uncle did with his: from the tail, the blade nearly flat, and listening. You can hear when you go off the bone. I thought that she was being poetical. It is a small sound, like somebody drawing a curtain in the next house.

## The seven

Three were presents. Two I bought because I had had a bad service and a shop was open. One is a cleaver, and my ceiling is too low.

And one belongs to a cook called Renzo, with whom I worked for two winters in a hotel with four hundred beds. It is carbon steel, black as a stove, worn from the width of three fingers to less than two. He had had it from the man before him. He lent it to me on a Saturday, when mine had gone missing, and on the Sunday I handed in my notice over a thing so small that I could not tell you now what it was. I walked out with my roll under my arm and his knife was in it.

I meant to send it. Then it had been a month, and one could not send it without a letter. Then a year, and it would have had to be a very good letter. It has been nine years.

> I keep it oiled. It is the only thing in this kitchen that I look after properly.

In January I read here [about a net-mender](/@low-tide/a-net-is-mostly-holes) who says that one should make the hole larger until it has a shape. So I rang the hotel. The girl at the desk had never heard of him. She asked the kitchen. Someone came to the telephone, breathing, with the extractor roaring behind him, and said, “Renzo’s retired. Is that the boy with the knife?”

I have the address. It is four hours by train. I go on the second Monday of next month, when we are closed, and I have bought a second ticket back, in case I am asked to stay for lunch.
`,
  },
  {
    blog: 'back-burner',
    author: 'teo',
    slug: 'bread-in-a-town-without-an-oven',
    title: 'Bread in a town without an oven',
    standfirst: 'The communal oven was lit once a fortnight. Everything about that bread follows from the other thirteen days.',
    tags: ['kitchen', 'memory', 'food'],
    publishedDaysAgo: 30.4,
    cover: {
      picture: 'village-oven',
      alt: 'A domed stone oven glowing at night in a small square, loaves on a board, roofs and stars above.',
      caption: 'Every house had its mark, cut in the crust.',
      credit,
    },
    body: `
My grandmother’s village had one oven, and it was lit every second Thursday. Wood was dear and the oven was the size of a chapel: it took a day to heat and it would not have been decent to do that for one family’s supper. So you baked for two weeks, or you did not have bread.

I had always been told that the bread up there is dense *because they were poor*. It is nearly true. I have baked it now for a winter, and I think it is dense because of day nine.

## Day by day

- **Day one** it is too fresh to cut. You are told that it gives you stomach ache. This is untrue, and it saves a loaf.
- **Day three** is the best. The crumb has settled and the sourness has come up.
- **Day five** it wants butter.
- **Day seven** it wants soup.
- **Day nine** you could mend a wall with it. It goes under the soup, not beside it, with cabbage and the rind of the cheese.
- **Day twelve** it is grated, fried in lard with sugar, and called a cake.
- **Day fourteen** there is none, and everyone is watching the chimney.

A light loaf with big holes is wonderful for six hours. By day four it is a sponge somebody has left on a radiator. What they made was slow, wet inside, with a third of rye and a crust like a door, and all of it was for the sake of being some use on day nine. The recipe is a calendar.

> Nobody asked how it tasted. They asked how long it stayed.

## The marks

There were thirty-one families and one oven, so each had a mark to cut in the dough: a ladder, two eyes, a fish. Ours was a half moon. When a house died out its mark was left unused for a generation and then given to somebody who married in. The priest kept the list, in the same book as the baptisms.

My grandmother told me that in the winter of 1944 there were three loaves too many on the board, with a mark that nobody knew, a plain cross stroke. No one said anything. At night they were gone. It went on until April. After the war some people came up from the city with a tin of real coffee, to thank the village, and they could not find anyone who would say that it had been them.

I make twelve loaves of it on Thursdays, now, to sell. It does not do well. People buy it, like it less than they expected, and don’t come back. But there is a man who takes one every second week, and he told me the other day that he had at last finished one. “It was better at the end,” he said. “Is it meant to be?”
`,
  },
  {
    blog: 'back-burner',
    author: 'teo',
    slug: 'stock-is-yesterday',
    title: 'Stock is what you did yesterday',
    standfirst: 'On bones, patience, and the only pot in the house that is never empty.',
    tags: ['kitchen', 'craft'],
    publishedDaysAgo: 58.3,
    cover: {
      picture: 'rain-window',
      alt: 'Rain running down a window at night, the lights of the street beyond it melted into soft coloured discs.',
      caption: 'Stock weather.',
      credit,
    },
    body: `
The pot is at the back left, over the smallest flame, and it has been there since I opened. It is not one of those pots of legend that have not been emptied for a century. I empty it every Sunday and scrub it. But on Monday morning something goes into it before I have taken my coat off, and from then until Saturday night it is never without.

Here is what goes in, so that you can be disappointed. The bones of whatever was on the board. The green of leeks. Parsley stalks, never the leaf. The outside of an onion, and the skin as well, for the colour. Rinds of cheese, in a bag. One carrot, whole, because two make it sweet and people ask what is wrong with it. No salt. Salt is an opinion, and stock should not have one yet.

## What it teaches

It cannot be hurried. I have tried. If you boil it hard the fat goes into the water and stays, and you have a grey thing that tastes of effort. It must hardly move. The old cook who taught me used to say that the surface should look like somebody about to speak.

It cannot be left, either. You do not have to do much: skim, push something under, turn it down by the width of a hair. But you must walk past it forty times a day and look. I believe most of what goes right in this kitchen goes right because there is a reason to walk past the stove.

And it is always late. That is the hard one, for the young. The stock that would save tonight’s risotto had to be started yesterday by someone who did not know that there would be a risotto. You are cooking for a person whose trouble you have not heard of. I know no other work like it, apart from perhaps bringing up children, and I am only an uncle.

> Whatever you have at six in the evening is what you did at nine the morning before.

## The Wednesday

In November I had the flu for four days. Lina ran the room and a boy from the college ran the stove. When I came back on the Wednesday the pot was there, at the back left, with its surface just about to speak. He had never been told. I asked him who had said to keep it going.

“Nobody,” he said. “It was on. I did not like to be the one.”

I have since made him second cook. There were other reasons, and I gave those in the letter. But between ourselves it was that. You can teach anyone to dice, given a winter. I do not know how one teaches a person to come into a kitchen that is not theirs, see a small flame, and understand that somebody is counting on it.
`,
  },
];
