import type { TownPost } from '../shape';

const credit = 'Drawing: the BULB demo town';

export const lowTideFurtherPosts: readonly TownPost[] = [
  {
    blog: 'low-tide',
    author: 'ines',
    slug: 'eleven-words-for-fog',
    title: 'Eleven words for fog, and who was allowed to say them',
    standfirst: 'Every trade on the quay had its own. Use the wrong one and you had said where you came from.',
    tags: ['coast', 'language'],
    publishedDaysAgo: 33.6,
    cover: {
      picture: 'fog-lighthouse',
      alt: 'A lighthouse on a headland half hidden by layers of pale fog, its beam a soft wedge.',
      caption: 'What my uncle called *wool* and the pilot called *nothing to speak of*.',
      credit,
    },
    body: `
I started the list to settle a quarrel between two cousins, and it has made several more. They are all words for the same grey stuff in front of the window. I put them here in English as well as I can, since half of them have no spelling.

- **Wool** is what fishermen say. It is on the water and you cannot see your bow.
- **Thin wool**: you can see your bow, and wish you could not.
- **Flour** was the women’s word, on the cockle beds. It comes from land, it is dry on the face, it goes by ten.
- **The aunt** comes in without knocking and stays for days.
- **Smoke** rises from the river on cold mornings and is no danger to anyone.
- **Blind** the lighthouse keepers used, for a degree of it. They had to write a number in the book, and blind was the number after which you sounded the horn.
- **Milk** is only for children and for summer visitors. A man who said milk at the co-operative was called Milk till he died.
- **Ceiling** was the airmen’s, brought here in the war by a Pole who married in.
- **Priest’s weather** is the kind that hides who is walking home with whom.
- **Nothing to speak of** is the pilots’, and the most frightening.
- The eleventh I was told by a woman of ninety, on condition that I would not write it down. It was her mother’s. It means the fog on a day when a boat is out.

## The wrong word

What surprised me was not how many there were. It was how exact people became about who owned them. A netmaker would not say *wool*; he had no right to it, having never been in it. The keeper’s daughter, who was at school with my mother, once said *blind* in the playground, about an ordinary mist, and was told off by her own father for crying wolf with a number.

The pilots interest me the most. They boarded other people’s ships and took them in past the bar. They were not braver than the rest. But a captain was always listening to them, on whose face they could see every word arrive, so the worse it was, the less they said. My great-uncle, a pilot for thirty-four years, kept a diary. In the winter of 1947 there is a fortnight of *nothing to speak of*, every day, in a smaller and smaller hand.

> A word is a tool, and people know whose hand it was made for.

I read the list aloud at the old people’s lunch last week, leaving out the eleventh. They corrected my order, added two for drizzle, and had a fine row about whether the aunt stays three days or five. Then the woman of ninety said that nobody needs any of them now, with the radar. A man across the table, who had been out last month with his grandson, said that the boy looks at the screen, and says *clear*, and it is true, and he himself stands there in the wool with his hand on the rail.
`,
  },
  {
    blog: 'low-tide',
    author: 'ines',
    slug: 'a-net-is-mostly-holes',
    title: 'A net is mostly holes',
    standfirst: 'The last net-mender on our quay takes one apprentice a year. This year it was me.',
    tags: ['coast', 'work', 'craft'],
    publishedDaysAgo: 52.3,
    cover: {
      picture: 'boats-on-sand',
      alt: 'Three painted boats drawn up on sand beneath a low sun, their nets hung on poles between them.',
      caption: 'Nets hung to dry on the spit. From the road they look like weather.',
      credit,
    },
    body: `
Dona Graça is seventy-nine, and she has mended nets since she could hold the needle. She takes one pupil a year, from October until she is tired of them. Her conditions are that you bring your own cushion and do not talk about yourself.

The first thing you learn is to look at the hole. I wanted to begin. She took the needle out of my hand and laid it on the wall. “Count the legs,” she said. A mesh has four knots and each knot four legs; a tear leaves some with three, some with two, some with one. If you start at a knot with two you will come out wrong at the far end, an hour later, with one leg over and nobody to give it to. You start where there are three.

So for most of the first week I counted. When I was allowed to cut, it was the wrong way round from what I had expected: you make the hole larger. You trim the ragged strands back to sound knots until the tear has a shape. I have mended crockery, trousers and a marriage, and had never once thought to make the hole larger first.

## What she charges

By the metre for strangers, and for the boats of the place by an arrangement so old that nobody can explain it. It has to do with fish and with who carried whose coffin. A new net from the factory costs less now than three days of her work, and most boats buy the net. The three skippers who still come do it, they say, because hers hang better. One told me the truth: he likes it to be known that his nets are mended.

> “New is not the same as whole,” she says. It is the longest opinion I have heard from her.

In the fourth month I did a patch of about a metre without help. She ran it through her fingers with her eyes shut, as you would read a face. She stopped twice. At the first place she said, “Here you were thinking.” At the second, “Here the telephone.”

She was right about both.

I asked her in the spring why she had taken me. I am no use to the trade; I am fifty-eight and write things on the computer. She went on to the end of the row before she answered. The young ones, she said, learn faster and leave, which is correct. Somebody should know it who is going to stay and be boring about it.

So I am being boring about it. Count the legs. Start where there are three. Make the hole larger until it has a shape. Do not think of the telephone. And when you are done, hang it up in the wind and go and stand on the other side, where the fish are, and look at it from there.
`,
  },
];
