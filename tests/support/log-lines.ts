import { setTimeout } from 'node:timers/promises';
import { log } from '@/lib/core/log';

// A process of its own that logs, and says on another way that it still lives.
for (let nth = 0; nth < 50; nth += 1) log.error({ nth }, 'a line');
await setTimeout(200);
log.error('and one more');
console.error('still here');
