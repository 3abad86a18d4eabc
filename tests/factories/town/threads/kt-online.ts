import type { TownThread } from '../shape';

export const ktOnlineThreads: readonly TownThread[] = [
  {
    post: 'russian-president-visits-china',
    comments: [
      {
        by: 'an',
        minutesAfter: 34,
        body: 'The pipeline is the tell. In 2014 the first one took ten years of talks and then two weeks, and the two weeks came when the buyer had another offer on the table. Does anyone know what the Turkmen line costs now?',
        up: ['khanh', 'sade', 'pavel', 'ines', 'judit', 'teo', 'hanh', 'yusuf', 'ada'],
        replies: [
          {
            by: 'khanh',
            minutesAfter: 58,
            body: 'Nobody publishes it. You can divide the customs value by the volume and get something, and by that sum the Turkmen gas is dearer than the Siberian by a fair margin. I would not print the figure without a second source.',
            up: ['an', 'sade', 'pavel', 'judit', 'teo', 'ines'],
            replies: [
              {
                by: 'sade',
                minutesAfter: 96,
                body: 'Does dividing value by volume work if some of it is settled by swap? I ask because I once averaged two systems that each counted half of the same thing.',
                up: ['an', 'khanh', 'pavel'],
                replies: [
                  {
                    by: 'an',
                    minutesAfter: 131,
                    body: 'It works badly. A swap is declared at a book price which both sides like. I stamped those forms for years. The number is true in the way that a hotel’s printed room rate is true.',
                    up: ['khanh', 'sade', 'pavel', 'judit', 'ines'],
                    replies: [
                      {
                        by: 'pavel',
                        minutesAfter: 190,
                        body: 'So the honest answer to the first question is “somewhere between what they paid and what they wrote down”.',
                        up: ['an', 'sade', 'teo'],
                        replies: [
                          {
                            by: 'an',
                            minutesAfter: 214,
                            body: 'Yes. That interval employed me for thirty years.',
                            up: ['khanh', 'pavel', 'sade', 'ines', 'hanh', 'teo', 'judit'],
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: 'pavel',
        minutesAfter: 47,
        body: 'Good piece. One thing I would add for the record: in 2008 it was a different president, and his first journey was to Kazakhstan with Beijing straight after. That fits your argument about the list of the others.',
        up: ['khanh', 'an', 'judit', 'ines', 'sade'],
        replies: [
          {
            by: 'khanh',
            minutesAfter: 72,
            body: 'It does. I left it out because it needed a sentence about who was really travelling, and I had no short one. Thank you.',
            up: ['pavel', 'judit'],
          },
        ],
      },
      {
        by: 'yusuf',
        minutesAfter: 83,
        body: 'I think you make too little of the ceremony. Where I come from you can lose a treaty over who was offered coffee first. If both sides know that, then the ceremony is not wrapping; it is a clause.',
        up: ['ines', 'salma', 'judit', 'teo'],
        down: ['pavel'],
        replies: [
          {
            by: 'teo',
            minutesAfter: 104,
            body: 'As someone who seats people for a living: yes. I have seen a partnership end over table four.',
            up: ['yusuf', 'ines', 'salma', 'sade'],
          },
          {
            by: 'pavel',
            minutesAfter: 118,
            body: 'I disagree. Clauses can be enforced. If one side skips the tea next year, to which court does the other take it?',
            up: ['sade', 'an'],
            down: ['yusuf'],
            replies: [
              {
                by: 'yusuf',
                minutesAfter: 141,
                body: 'To its own public, which remembers the picture. It is a court with only one punishment, I grant you.',
                up: ['salma', 'ines', 'khanh', 'judit'],
                replies: [
                  {
                    by: 'pavel',
                    minutesAfter: 166,
                    body: 'Then we differ about the word and not about the thing. I can live with “a clause that only one side can read”.',
                    up: ['yusuf', 'khanh', 'judit'],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: 'sade',
        minutesAfter: 112,
        body: '“A careful clerk in Zhejiang can hold up a shipment more surely than a customs officer.” I have a clerk like that. He is a cron job from 2016. Seriously, though: is there any public number for payments refused, or is it all anecdote?',
        up: ['khanh', 'an', 'teo'],
        replies: [
          {
            by: 'khanh',
            minutesAfter: 139,
            body: 'Anecdote, plus one decent proxy: the gap in days between the shipment and the invoice in the sellers’ own accounts. It went from about three weeks to about seven in the first half of 2024, for the dozen firms that let me look. A dozen is not a statistic.',
            up: ['sade', 'an', 'pavel', 'judit', 'hanh'],
          },
        ],
      },
      {
        by: 'fastcoin',
        minutesAfter: 121,
        body: 'great article. while they talk smart people already earn 4% per DAY with my method, no risk, message me or open fastcoin dot example and use code TOWN',
        down: ['pavel', 'sade', 'teo', 'an', 'judit'],
        reports: [
          { by: 'pavel', reason: 'spam' },
          { by: 'sade', reason: 'spam' },
          { by: 'teo', reason: 'spam' },
        ],
        status: 'held',
      },
      {
        by: 'mai',
        minutesAfter: 541,
        body: 'We discussed this visit in a seminar last week and everybody talked about the joint statement. Nobody mentioned who was on the plane. May I ask where one finds the delegation list? I would like to try the same exercise on an older visit.',
        status: 'held',
      },
      {
        by: 'teo',
        minutesAfter: 175,
        body: 'first. also tl;dr',
        down: ['pavel', 'judit', 'an', 'sade'],
      },
      {
        by: 'ines',
        minutesAfter: 203,
        body: 'My uncle carried salt cod to Murmansk in the fifties and was paid in tractor parts. He said that the cod and the tractors were the easy bit; it took four months to agree on how many cod there are in a tractor. I thought of him at “somebody willing to be seen making it”.',
        up: ['khanh', 'an', 'sade', 'teo', 'pavel', 'judit', 'salma', 'hanh'],
        replies: [
          {
            by: 'hanh',
            minutesAfter: 236,
            body: 'How many was it in the end?',
            up: ['ines', 'teo'],
            replies: [
              {
                by: 'ines',
                minutesAfter: 251,
                body: 'He would never say. He said that it was still confidential.',
                up: ['hanh', 'teo', 'khanh', 'an', 'sade'],
              },
            ],
          },
        ],
      },
      {
        by: 'hanh',
        minutesAfter: 240,
        body: 'I read this on the bus after a night shift and understood it, which does not happen to me often with such things. The sentence about the smaller side being surprised and the larger one embarrassed is true of hospitals as well.',
        up: ['khanh', 'an', 'judit', 'salma'],
      },
      {
        by: 'yusuf',
        minutesAfter: 262,
        body: 'Everyone knows it is all theatre. Wake up.',
        up: ['fastcoin'],
        down: ['pavel', 'sade', 'an', 'teo'],
        replies: [
          {
            by: 'judit',
            minutesAfter: 275,
            body: 'Yusuf, you argued the opposite two hours ago and did it well. Is this the same you?',
            up: ['pavel', 'sade', 'ines'],
            replies: [
              {
                by: 'yusuf',
                minutesAfter: 301,
                body: 'That was my nephew on my telephone. I leave it up so that he can see what people thought of it.',
                up: ['judit', 'pavel', 'ines', 'teo', 'khanh', 'sade'],
              },
            ],
          },
        ],
      },
      {
        by: 'salma',
        minutesAfter: 288,
        body: 'A question about language rather than gas. You say that “objective” commits the speaker to nothing. In Arabic communiqués we have *positive* for that purpose. Has anyone made a dictionary of these?',
        up: ['khanh', 'pavel', 'yusuf', 'judit', 'ines'],
        replies: [
          {
            by: 'khanh',
            minutesAfter: 312,
            body: 'Not a dictionary, but there is [a ladder of verbs](/@kt-online/how-to-read-a-communique). I would happily add an Arabic column if you would write it.',
            up: ['salma', 'yusuf', 'pavel'],
          },
        ],
      },
      {
        by: 'teo',
        minutesAfter: 305,
        body: 'Withdrawn by its writer.',
        status: 'withdrawn',
        replies: [
          {
            by: 'an',
            minutesAfter: 320,
            body: 'The artichokes are real, and they are not a joke: in the north-east they are pickled and sold by the ton. It took two veterinary and plant agreements and six years.',
            up: ['khanh', 'pavel', 'ines', 'sade'],
          },
          {
            by: 'pavel',
            minutesAfter: 334,
            body: 'For those arriving late: the comment above asked what anyone would do with that many artichokes.',
            up: ['ines', 'an'],
          },
        ],
      },
      {
        by: 'fastcoin',
        minutesAfter: 348,
        body: 'nice post, very informative, follow me and i follow back',
        down: ['pavel', 'an', 'sade'],
      },
      {
        by: 'fastcoin',
        minutesAfter: 359,
        body: 'you people get paid to talk about artichokes, absolute clowns all of you',
        down: ['ines', 'teo'],
        reports: [{ by: 'ines', reason: 'unkind' }],
        status: 'removed',
      },
      {
        by: 'judit',
        minutesAfter: 371,
        body: 'I shelve the yearbooks in which these customs tables used to be printed. Nobody has asked for one since 2011. I put this post on the reading-room screen at noon, and by five two people had, and they had to share.',
        up: ['khanh', 'an', 'ines', 'sade', 'salma', 'ada'],
      },
      {
        by: 'ada',
        minutesAfter: 402,
        body: 'A note as a reader and not as the one who runs the place: I would like the two sentences on the banks to be longer. You are careful to say what the order of December 2023 did, and less careful to say who decided to obey it. Those were choices too.',
        up: ['sade', 'pavel', 'an', 'yusuf'],
        replies: [
          {
            by: 'khanh',
            minutesAfter: 447,
            body: 'Fair. Some of the big banks stopped within weeks; some of the small ones near the border took on the business because the big ones had. “Obeyed” would be right for the first and too simple for the second. I shall write it up properly.',
            up: ['ada', 'sade', 'an', 'pavel', 'judit'],
          },
        ],
      },
    ],
  },
];
