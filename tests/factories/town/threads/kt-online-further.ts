import type { TownThread } from '../shape';

export const ktOnlineFurtherThreads: readonly TownThread[] = [
  {
    post: 'what-a-container-ship-waits-for',
    comments: [
      {
        by: 'an',
        minutesAfter: 61,
        body: 'Every port has that tea stall. In ours it was a barber. The planners knew about him too, and had their hair cut more often than was needed.',
        up: ['khanh', 'sade', 'ines', 'pavel'],
        replies: [
          { by: 'khanh', minutesAfter: 88, body: 'I now regret not asking her what she charges the harbour master.', up: ['an', 'ines'] },
        ],
      },
      {
        by: 'sade',
        minutesAfter: 130,
        body: '“People who could see that it was stuck: all of them, each on a different screen.” I have printed this and hung it over the good printer.',
        up: ['khanh', 'an', 'ada', 'judit'],
      },
      {
        by: 'pavel',
        minutesAfter: 240,
        body: 'Four fifths full and three moves a box: is that her figure or a rule? It would be a lovely curve.',
        up: ['sade'],
        replies: [
          {
            by: 'khanh',
            minutesAfter: 305,
            body: 'Hers, from her own log. She had drawn the curve in pencil on the wall behind the door. It goes up like a cliff at eighty-two.',
            up: ['pavel', 'sade', 'an'],
          },
        ],
      },
    ],
  },
  {
    post: 'sleeping-across-three-gauges',
    comments: [
      {
        by: 'khanh',
        minutesAfter: 95,
        body: 'I asked Pavel for something short about freight. I am very glad that he did not listen.',
        up: ['ines', 'an', 'sade', 'teo'],
      },
      {
        by: 'hanh',
        minutesAfter: 400,
        body: '“Someone else stayed awake for it.” Thank you from the night shift.',
        up: ['pavel', 'khanh', 'an', 'ines', 'judit'],
        replies: [{ by: 'pavel', minutesAfter: 460, body: 'It was written with you people in mind, more or less.', up: ['hanh', 'an'] }],
      },
      {
        by: 'ada',
        minutesAfter: 900,
        body: 'I was that child once, at another border, and got a worse answer. Kind of you to have kept this one.',
        up: ['pavel', 'ines', 'salma'],
      },
    ],
  },
];
