import type { TownThread } from '../shape';

export const lowTideThreads: readonly TownThread[] = [
  {
    post: 'what-the-harbour-smelled-like',
    comments: [
      {
        by: 'teo',
        minutesAfter: 40,
        body: 'Poplar in the smoke-house also tastes of cupboards. Your grandfather was right and there are people in my trade who still have not been told.',
        up: ['ines', 'pavel', 'sade', 'khanh'],
        replies: [
          {
            by: 'ines',
            minutesAfter: 75,
            body: 'He would have been delighted. He thought that cooks were the only ones who listened, because they had to eat the result.',
            up: ['teo', 'sade', 'pavel'],
          },
        ],
      },
      {
        by: 'salma',
        minutesAfter: 150,
        body: 'The customs man who smelled oranges: I hope that you will never find out why. It is the best thing in it.',
        up: ['ines', 'yusuf', 'judit', 'khanh'],
        replies: [
          {
            by: 'an',
            minutesAfter: 210,
            body: 'I was a customs man. It was oranges because it was the only cargo for which people brought us some.',
            up: ['ines', 'salma', 'khanh', 'pavel', 'teo', 'judit', 'sade'],
            replies: [
              { by: 'salma', minutesAfter: 232, body: 'You have ruined it, and improved it.', up: ['an', 'ines', 'yusuf'] },
            ],
          },
        ],
      },
      {
        by: 'pavel',
        minutesAfter: 320,
        body: 'I proofread this and still cried at the plughole. There is a comma I would move, and I am going to leave it.',
        up: ['ines', 'khanh', 'sade'],
      },
      {
        by: 'judit',
        minutesAfter: 610,
        body: 'Have the tapes been copied anywhere? The library has a cool dry room, a machine that reads them and one volunteer who asks for nothing but biscuits.',
        up: ['ines', 'ada', 'khanh', 'salma', 'sade'],
        replies: [
          { by: 'ines', minutesAfter: 655, body: 'They are in a shoe box over the boiler. I know. I shall come on Thursday, with biscuits.', up: ['judit', 'ada', 'pavel'] },
        ],
      },
      {
        by: 'sade',
        minutesAfter: 700,
        body: '“He asked that it be recorded that he had asked.” What a perfect minute. Everyone who has ever been in a meeting about a compressor knows this man.',
        up: ['ines', 'khanh', 'teo', 'pavel'],
      },
    ],
  },
  {
    post: 'the-bridge-that-opened-for-nobody',
    comments: [
      {
        by: 'sade',
        minutesAfter: 55,
        body: 'I have sent this to four people and told each of them that it is about them. None has objected.',
        up: ['ines', 'pavel', 'ada', 'khanh'],
      },
      {
        by: 'ada',
        minutesAfter: 180,
        body: 'The engineer who wrote “he is right” in the margin and then did nothing is the person I think about. What ought he to have done?',
        up: ['sade', 'judit', 'ines'],
        replies: [
          {
            by: 'pavel',
            minutesAfter: 230,
            body: 'Changed the rule to say why. “Shall be opened twice daily, for its own sake.” Then nobody could have saved the wage without first arguing with the reason.',
            up: ['ada', 'sade', 'ines', 'khanh', 'judit'],
            replies: [
              {
                by: 'teo',
                minutesAfter: 262,
                body: 'They would have saved it all the same. A reason on paper is also fifteen minutes of a baker’s time to somebody.',
                up: ['pavel'],
                down: ['ada'],
              },
            ],
          },
        ],
      },
      {
        by: 'yusuf',
        minutesAfter: 900,
        body: 'My father starts the old truck every Friday. We do not use it. I had thought this was sentiment.',
        up: ['ines', 'sade', 'salma', 'pavel'],
      },
    ],
  },
];
