import { command } from './fault';
import { generateClient } from './setup/client';

await command(async () => generateClient());
