import { blogs } from '@/tests/factories/town/blogs';
import { people } from '@/tests/factories/town/people';

/** Who lives in the demo town, and how to be each of them. */
export function greeting(port: number): string {
  const address = `http://localhost:${port}`;
  const width = Math.max(...people.map(({ handle }) => handle.length)) + address.length + 6;
  const rows = people.map(
    (person) => `  ${`${address}/demo/${person.handle}`.padEnd(width)}  ${person.name}, ${roleOf(person.key, person.role)}`,
  );
  return ['', 'Sign in as someone of the demo town (a click each):', ...rows, '', `Mail that BULB sends is at ${address}/inbox.`].join(
    '\n',
  );
}

function roleOf(key: string, role: string): string {
  const own = blogs.find((blog) => blog.owner === key);
  const other = blogs.find((blog) => blog.others.some(({ person }) => person === key));
  if (role !== 'member') return `${role} of the site`;
  if (own) return `owner of ${own.name}`;
  const there = other?.others.find(({ person }) => person === key);
  return other && there ? `${there.role} of ${other.name}` : 'reader';
}
