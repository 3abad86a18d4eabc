import { classes } from './classes';

// White on each end of each of them reaches 4.5:1.
const GROUNDS = [
  'from-[#a9532a] to-[#6e2a1b]',
  'from-[#2f6bb0] to-[#1e3a7a]',
  'from-[#367a50] to-[#20503a]',
  'from-[#7a5aa9] to-[#45306e]',
  'from-[#8a6420] to-[#5e4214]',
  'from-[#4f5d6b] to-[#2d3842]',
];

/** First letters of a name; decoration only, the name stands beside it. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  const ground = GROUNDS[sumOf(name) % GROUNDS.length];
  return (
    <span aria-hidden="true" className={classes('avatar bg-linear-140', small ? 'size-8 text-[13px]' : 'size-10 text-sm', ground)}>
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const [first = '?', ...rest] = parts;
  const last = rest.at(-1);
  // A name of short capitals, such as KT ONLINE, is known by them.
  if (/^\p{Lu}{2}$/u.test(first)) return first;
  return [first, last]
    .map((part) => (part ? Array.from(part)[0] : ''))
    .join('')
    .toLocaleUpperCase();
}

function sumOf(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
