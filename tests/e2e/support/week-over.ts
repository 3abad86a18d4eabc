import { db } from '@/lib/db/client';
import { allocate } from '@/lib/earnings/commands/allocate';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { freeze } from '@/lib/earnings/commands/freeze';
import { release } from '@/lib/earnings/commands/release';

// `week-over.ts`, with DATABASE_URL: lets time pass until the running week is over, divided, and out of its hold.
const DAY = 86_400_000;
const { number, endsAt } = await db.epoch.findFirstOrThrow({ where: { state: 'running' }, orderBy: { number: 'asc' } });
await freeze(number, { now: new Date(endsAt.getTime() + DAY) });
await divideEpoch(number);
await allocate(number);
await release(number, { now: new Date(endsAt.getTime() + 60 * DAY) });
console.log(`week ${number} is released`);
await db.$disconnect();
process.exit(0);
