import { readlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How much a thread steps back: it has a third of a core that another one wants as well. */
const NICE = 5;

/**
 * Lets this thread work when the process's others do not want its core: pages that are kept go out before new ones are made. Linux has a
 * priority for each thread; elsewhere, and where it may not be set, nothing changes.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), NICE);
  } catch {
    // Slower to answer on a full machine, and right all the same.
  }
}
