import type { TownThread } from '../shape';

export const alaMahlThreads: readonly TownThread[] = [
  {
    post: 'al-qahwa-wal-intizar',
    comments: [
      {
        by: 'yusuf',
        minutesAfter: 30,
        body: 'عندنا في البرّ نقول: القهوة لا تُشرب وأنت واقف، إلا إذا كنت تكذب. لم أفهم المثل حتى قرأت هذا.',
        up: ['salma', 'khanh', 'ines', 'judit'],
        replies: [
          {
            by: 'salma',
            minutesAfter: 64,
            body: 'مثل جميل، لكنه يقلب ترتيب كراسيّ. سأفكّر في الأمر وأنا واقفة.',
            up: ['yusuf', 'ines'],
            replies: [
              { by: 'yusuf', minutesAfter: 92, body: 'الواقف عند النار مستثنى. سألت أبي فأفتى بذلك.', up: ['salma', 'judit', 'teo'] },
            ],
          },
        ],
      },
      {
        by: 'judit',
        minutesAfter: 210,
        body: 'أتعلّم العربية منذ أربع سنوات، وهذا أول نصّ أقرؤه حتى آخره بلا قاموس، إلا كلمة «تتنهّد». بحثتُ عنها ثم تنهّدت.',
        up: ['salma', 'yusuf', 'pavel', 'ada'],
        replies: [
          { by: 'salma', minutesAfter: 245, body: 'إذن لم تعودي بحاجة إلى القاموس. أهلًا بك على الكرسي.', up: ['judit', 'yusuf'] },
        ],
      },
      {
        by: 'teo',
        minutesAfter: 500,
        body: 'I read this through a translation and am probably missing the half of it. The fourth cup came through undamaged.',
        up: ['salma', 'yusuf', 'ines', 'pavel'],
      },
    ],
  },
  {
    post: 'asmaa-al-raml',
    comments: [
      {
        by: 'salma',
        minutesAfter: 40,
        body: 'راجعت «العقنقل» في ثلاثة معاجم. كلها تقول: الرمل المتداخل. ولا واحد منها يقول: «لا يخرج منه ضاحكًا». المعاجم ناقصة.',
        up: ['yusuf', 'judit', 'khanh'],
      },
      {
        by: 'judit',
        minutesAfter: 320,
        body: 'هل كتب أحدٌ هذه الأسماء كلها في مكان واحد؟ في المكتبة رفّ فارغ ينتظرها.',
        up: ['yusuf', 'salma'],
        replies: [
          {
            by: 'yusuf',
            minutesAfter: 380,
            body: 'أبي يرفض. يقول إن الاسم إذا كُتب نام. لكنه وافق على أن أسجّل صوته، بشرط أن يكون التسجيل خارج البيت وفي الريح.',
            up: ['salma', 'judit', 'ines', 'khanh'],
            replies: [
              {
                by: 'salma',
                minutesAfter: 410,
                body: 'والدك محقّ، ومع ذلك اكتبها. فلتنم في مكان نعرفه.',
                up: ['yusuf', 'judit', 'ines'],
              },
            ],
          },
        ],
      },
      {
        by: 'ines',
        minutesAfter: 900,
        body: 'We had [eleven words for fog](/@low-tide/eleven-words-for-fog) and I was proud of them. Thirty for sand. I take off my hat to your father and his shovel.',
        up: ['yusuf', 'salma', 'pavel', 'judit'],
      },
    ],
  },
];
