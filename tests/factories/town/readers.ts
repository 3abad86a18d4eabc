import type { TownPerson } from './shape';

const person = (key: string, name: string, language: TownPerson['language'], joinedDaysAgo: number): TownPerson => ({
  key,
  name,
  handle: key,
  email: `${key}@town.example`,
  bio: '',
  language,
  role: 'member',
  joinedDaysAgo,
});

/** Who lives in the town and only reads. They let their reading be measured, and nobody signs in as one of them. */
export const readers: readonly TownPerson[] = [
  person('rosa', 'Rosa Marques', 'en', 310),
  person('tomas', 'Tomás Vidal', 'en', 287),
  person('linh', 'Phạm Linh', 'vi', 254),
  person('dung', 'Vũ Dũng', 'vi', 231),
  person('nadia', 'نادية القاسم', 'ar', 222),
  person('omar', 'عمر الراوي', 'ar', 205),
  person('greta', 'Greta Holm', 'en', 180),
  person('femi', 'Femi Adeyemi', 'en', 166),
  person('petra', 'Petra Nováková', 'en', 141),
  person('joon', 'Joon Park', 'en', 118),
];

/** Who else of the town reads and said yes when they were asked. */
export const measuredToo: readonly string[] = ['ines', 'khanh', 'an'];

/** What some of them have proven: they move more than who has shown an address only. */
export const proven: Readonly<Record<string, 'phone' | 'card' | 'identity'>> = {
  rosa: 'phone',
  linh: 'phone',
  nadia: 'phone',
  greta: 'phone',
  petra: 'phone',
  ines: 'phone',
  khanh: 'phone',
  tomas: 'card',
  omar: 'identity',
};

/** Weeks that are over and divided when the town is filled; the first is released. */
export const WEEKS = 6;

export interface TownReading {
  reader: string;
  /** Of the town's blogs, and of its posts that were there by then, counted from the newest. */
  blog: number;
  back: number;
  /** Of the week, and of that day. */
  day: number;
  hour: number;
  /** Hundredths of the time that the post takes, and of its blocks. */
  time: number;
  seen: number;
}

/** How long people stay: most read through, some leave early, some stay for long. */
const TIMES = [100, 85, 130, 95, 12, 110, 190, 70, 105];
const SEEN = [100, 100, 90, 100, 100, 80, 100, 40, 100, 100];
const BLOGS = 6;

/** What the town reads in its `week`th week: of each blog something by ten people or more, its newest post and every other week the one before. */
export function readingsOf(week: number): TownReading[] {
  const keys = [...readers.map(({ key }) => key), ...measuredToo];
  return keys.flatMap((reader, nth) =>
    Array.from({ length: BLOGS }, (_, blog) => blog)
      .filter((blog) => (nth + blog * 3 + week * 5) % keys.length < 10 + ((blog * 2 + week * 3) % 4))
      // Begun on one day and read to the end on another.
      .flatMap((blog) =>
        [60, 40].map((part, turn) => ({
          reader,
          blog,
          back: week % 2 === 0 ? nth % 2 : 0,
          day: (blog * 2 + week + turn * 2) % 7,
          hour: 7 + blog * 2 + turn,
          time: ((TIMES[(nth + blog * 2 + week) % TIMES.length] ?? 100) * part) / 100,
          seen: SEEN[(nth * 3 + blog + week) % SEEN.length] ?? 100,
        })),
      ),
  );
}
