import type { TownThread } from './shape';
import { alaMahlThreads } from './threads/ala-mahl';
import { backBurnerThreads } from './threads/back-burner';
import { benSongThreads } from './threads/ben-song';
import { ktOnlineThreads } from './threads/kt-online';
import { ktOnlineFurtherThreads } from './threads/kt-online-further';
import { lowTideThreads } from './threads/low-tide';
import { plainMachinesThreads } from './threads/plain-machines';

export const threads: readonly TownThread[] = [
  ...ktOnlineThreads,
  ...ktOnlineFurtherThreads,
  ...lowTideThreads,
  ...plainMachinesThreads,
  ...benSongThreads,
  ...alaMahlThreads,
  ...backBurnerThreads,
];
