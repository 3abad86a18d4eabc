import { ensureClient } from '../../../bin/setup/client';
import { dataDir } from '../../../bin/setup/data';
import { copyTown, fillTown } from './town';

// Before the site of the journeys starts: the town that it and the sites of single journeys begin with.
ensureClient();
await fillTown();
copyTown(dataDir);
