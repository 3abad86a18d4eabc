import type { TownThread } from '../shape';

export const backBurnerThreads: readonly TownThread[] = [
  {
    post: 'soup-for-eleven-when-nine-booked',
    comments: [
      {
        by: 'sade',
        minutesAfter: 35,
        body: 'You have described an overbooking model, with weather as a feature, on the inside of a cupboard door. Firms pay for this and get worse.',
        up: ['teo', 'ines', 'pavel', 'khanh'],
        replies: [
          { by: 'teo', minutesAfter: 61, body: 'What do they pay? Asking for my sister.', up: ['sade', 'ines', 'pavel', 'khanh', 'ada'] },
        ],
      },
      {
        by: 'pavel',
        minutesAfter: 120,
        body: 'Nine euros less one, two, two and a half and one ninety is one sixty, not eighty cents. Where is the other eighty?',
        up: ['sade', 'khanh'],
        replies: [
          {
            by: 'teo',
            minutesAfter: 160,
            body: 'Gas forty, laundry twenty, the card people fifteen, plates you know. I took those out because the sentence became a bill. You are the second person to notice, and the first was related to me.',
            up: ['pavel', 'sade', 'ines'],
          },
        ],
      },
      {
        by: 'ines',
        minutesAfter: 200,
        body: 'I have eaten the bowl that is not for sale, in the bad March. I did not know that it had a line on the door.',
        up: ['teo', 'judit', 'khanh', 'salma', 'hanh', 'an', 'sade'],
      },
      {
        by: 'fastcoin',
        minutesAfter: 215,
        body: 'restaurants are dead, invest instead, ask me how',
        down: ['teo', 'ines', 'pavel', 'sade'],
        reports: [
          { by: 'ines', reason: 'spam' },
          { by: 'pavel', reason: 'off-topic' },
        ],
      },
    ],
  },
  {
    post: 'the-knife-drawer',
    comments: [
      {
        by: 'judit',
        minutesAfter: 90,
        body: 'The library once had a book returned after thirty-one years, by post, with a good letter. We framed the letter. Just go.',
        up: ['teo', 'ines', 'ada', 'pavel'],
      },
      {
        by: 'ines',
        minutesAfter: 140,
        body: 'It is the sound of a curtain, yes. My uncle said “the priest turning a page”. He went to Mass less than you draw curtains.',
        up: ['teo', 'pavel', 'sade'],
      },
      {
        by: 'hanh',
        minutesAfter: 14100,
        body: 'Did you go? It has been the second Monday.',
        up: ['ines', 'judit', 'sade', 'salma'],
        replies: [
          {
            by: 'teo',
            minutesAfter: 14900,
            body: 'The Monday is still to come; I count slowly. The knife is wrapped. I shall tell you here, whichever way it goes.',
            up: ['hanh', 'ines', 'judit', 'pavel', 'salma', 'sade'],
          },
        ],
      },
    ],
  },
];
