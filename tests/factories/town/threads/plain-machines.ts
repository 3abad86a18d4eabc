import type { TownThread } from '../shape';

export const plainMachinesThreads: readonly TownThread[] = [
  {
    post: 'a-queue-is-a-promise',
    comments: [
      {
        by: 'ada',
        minutesAfter: 28,
        body: 'What happens with a promise that can never be kept, such as a letter to an address that does not exist? Does it come back on the page every hour for ever?',
        up: ['sade', 'pavel', 'judit'],
        replies: [
          {
            by: 'sade',
            minutesAfter: 51,
            body: 'It gets a third column, `given_up_at`, with who and why. Only a person can set it. We have nine of those in two years and I could tell you each of them.',
            up: ['ada', 'pavel', 'khanh', 'judit', 'an'],
            replies: [
              {
                by: 'pavel',
                minutesAfter: 90,
                body: 'Only a person, though? At four letters a second you can afford it. Somebody with four thousand cannot.',
                up: ['ada'],
                replies: [
                  {
                    by: 'sade',
                    minutesAfter: 117,
                    body: 'Agreed, and then it is a rule with a name and a date, and the row says which rule. What I will not have is a job that disappears because it has tried five times.',
                    up: ['pavel', 'ada', 'khanh'],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: 'hanh',
        minutesAfter: 140,
        body: 'I am the ward sister in this story, in a different country. We have a page like that and it is a paper notebook. It has the same three columns. May I show your post to our IT people?',
        up: ['sade', 'an', 'ines', 'khanh', 'judit', 'ada'],
        replies: [{ by: 'sade', minutesAfter: 163, body: 'Please do. And show them the notebook first; it has been in production longer.', up: ['hanh', 'an', 'ada', 'ines'] }],
      },
      {
        by: 'an',
        minutesAfter: 260,
        body: 'Customs worked like this on paper. A bond was not cancelled, it was discharged, and you kept both halves for ten years. I was told that it was bureaucracy.',
        up: ['sade', 'khanh', 'pavel'],
      },
      {
        by: 'teo',
        minutesAfter: 480,
        body: 'The ticket rail in a kitchen is a queue. The spike is the ledger. I had a boy who threw the spike’s tickets away at ten o’clock to be tidy. Once.',
        up: ['sade', 'ines', 'ada', 'pavel', 'khanh'],
      },
    ],
  },
  {
    post: 'the-server-under-the-stairs',
    comments: [
      {
        by: 'pavel',
        minutesAfter: 66,
        body: 'Does plot 14 still owe £6.20 if its owner pays?',
        up: ['ada', 'teo', 'judit', 'ines'],
        replies: [
          { by: 'sade', minutesAfter: 102, body: 'She has promised not to. The council has minuted it.', up: ['pavel', 'ada', 'teo', 'judit', 'khanh'] },
        ],
      },
      {
        by: 'ada',
        minutesAfter: 300,
        body: 'I have put a plot 14 into our own health page this morning. It found something by lunch.',
        up: ['sade', 'pavel', 'judit'],
      },
      {
        by: 'ines',
        minutesAfter: 420,
        body: 'I understood every word of this, which I should like to have recorded.',
        up: ['sade', 'teo', 'khanh'],
      },
    ],
  },
];
