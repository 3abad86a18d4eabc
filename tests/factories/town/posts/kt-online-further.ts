import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const ktOnlineFurtherPosts: readonly TownPost[] = [
  {
    blog: 'kt-online',
    author: 'khanh',
    slug: 'the-price-of-rice-in-five-hands',
    title: 'The price of rice in five hands',
    standfirst: 'Between a paddy and a bowl a kilo of rice is owned five times. I asked each owner what the others earn. All of them guessed too high.',
    tags: ['trade', 'asia', 'food'],
    publishedDaysAgo: 24.3,
    cover: {
      picture: 'rice-terraces',
      alt: 'Terraced rice fields stepping down a hillside, each pool holding a strip of pale morning sky.',
      caption: 'The first hand: water first, then seedlings, then waiting.',
      credit,
    },
    body: `
I carried a notebook and a small bag of rice for a month, and asked everybody the same two things: what do you keep of this, and what do the others keep?

**The grower** has a hectare and a half and a phone with the day’s price on it. She sells wet, from the field’s edge, because drying needs a yard and a week without rain. After seed, fertiliser, the hire of the harvester and the water fee she keeps roughly a fifth of what she is paid. She believes that the miller makes more than that on every kilo, for pressing a button.

**The collector** owns a boat. He buys from forty families and carries the paper money in a biscuit tin. His margin is the width of a coin, and he lives from turning it over twice a day in the season. Fuel took half of it this year. He told me that exporters sleep until nine.

**The miller** did have a button. He also had a loan for the dryer, a loan for the polisher, and eleven hundred tonnes that he had bought at last month’s price. A mill earns from husks, bran and broken grains, he said; the white rice merely pays for the electricity. He thinks the real money is in shops.

**The exporter** rose at four. She deals in letters of credit and in the weather of other people’s elections. When a large country closes its exports of a Thursday evening, as happens, her signed contracts become either a fortune or a funeral by Friday, depending on which end she had already bought. On a normal day she makes less on a tonne than a café makes on a tray of cakes. She said that growers had never had it so good.

**The shopkeeper**, four thousand kilometres away, keeps the largest share of the price on the shelf and the smallest of anything she could put in a pocket. Rent, wages, the lorry, the light. She sells rice, she says, so that people will come in for the sauces.

## What the notebook says

I added it up, and of course it comes to a hundred. Nobody in it was stealing. Everyone had one bad month behind them and expected another. And each had a clear picture of a comfortable person, one or two steps along, who took the difference.

> Resentment travels along a supply chain faster than rice does.

This matters more than it looks, because policy gets made from those pictures. A ministry that believes in the greedy miller will cap the price at the mill. The miller then stops drying for others, the grower sells wetter and cheaper, and the loss appears in the place that was to be protected. I have seen that happen twice in twenty years, both times with applause.

What helped, in the one district where something did, was dull. The co-operative put up a dryer that anyone could use, at cost, and nailed its price list to the door. Within two seasons the growers were selling dry. The miller did not mind, because wet rice had been his worst headache. Nobody had needed to be defeated.

Lê An tells [the terrace side of this](/@ben-song/ruong-bac-thang) better than I can, in Vietnamese. He also corrected three figures above, and was right about two.
`,
  },
  {
    blog: 'kt-online',
    author: 'pavel',
    slug: 'sleeping-across-three-gauges',
    title: 'Sleeping across three gauges',
    standfirst: 'Eighty-five millimetres separate two ideas of what a railway is. At the border they lift your bed to settle the matter.',
    tags: ['world', 'trains', 'travel'],
    publishedDaysAgo: 41.5,
    cover: {
      picture: 'night-train',
      alt: 'A long train with lit windows crossing a dark plain under a large pale moon, mountains behind.',
      caption: 'Somewhere after the second tea.',
      credit,
    },
    body: `
The difference is eighty-five millimetres, about the width of a hand with the thumb tucked in. Standard gauge on one side, 1,435; broad gauge on the other, 1,520. Every passenger between the two learns it lying down.

You arrive in the evening. The train is pushed into a long shed with too much light, and uncoupled carriage by carriage. Along both walls stand jacks painted the yellow of old bulldozers. Men in felt boots walk the length of it with hammers, and then your window goes up. There is no jolt. The platform sinks, and you are in bed at the height of a first floor, drinking tea, while the wheels you came on are rolled away beneath you and another set is rolled in.

It takes a little over two hours if nobody argues. I have been through it nine times and have kept the times in a table, because that is what I am like:

- fastest: 1 hour 48, in a February, at minus twenty-six;
- slowest: 5 hours 10, on account of a missing pin the size of a pencil;
- usual: 2 hours 20, of which customs takes forty minutes and the wheels the rest.

## Why nobody fixed it

People tell you the broad gauge was chosen to stop invaders. It is a good story. The duller truth is that in the 1840s an American engineer recommended five feet, five feet was built, and by the time it mattered there were thousands of versts of it. Gauges are like spelling. Anyone can see a better way, and nobody can afford the Tuesday on which everyone would have to change.

There are cleverer machines. In Spain, trains have for half a century walked through a shed at the pace of a bicycle and come out with their wheels at a different width. It works. It also needs axles that move, and axles that move are heavier, dearer and want looking after at forty below. So the jacks stay.

I have come to like the shed. Aeroplanes hide borders in corridors with carpets. Here the border is a thing with a dimension, and someone has to lift you over it. You see what a difference costs: two hundred people, four cranes, two hours, every night, since the fifties.

> A border you sleep through is still a border. Someone else stayed awake for it.

On the last crossing a boy of about six stood at the window of the corridor and watched his father’s country sink. He asked whether the train would remember how to go back. The attendant, who had the samovar to see to, gave it her full attention for a moment. It does not have to, she said. They keep the other wheels.
`,
  },
  {
    blog: 'kt-online',
    author: 'khanh',
    slug: 'the-interpreter-in-the-room',
    title: 'The interpreter in the room',
    standfirst: 'Draft. Three interviews done, the fourth on Thursday.',
    tags: ['world', 'language'],
    publishedDaysAgo: null,
    cover: null,
    body: `
In the photograph there are two leaders and, between and behind them, a shoulder. The shoulder belongs to the only person in the room who understood everything.

I have now spoken with three of them, all retired, none willing to be named. The first thing each told me was a mistake of their own. The second was the remark they had made milder. They remember the day, the hour, the table, and that the room relaxed.

## To do

- Ask the fourth about numbers. The first two both said that numbers are the hardest.
- Find out who checks the interpreter’s notes afterwards, and where they are kept.
- Pavel to read for the Czech passage.

Opening is too neat. Try starting with the notes: a vertical line, arrows, and one symbol each of them invented for *but*.
`,
  },
];
