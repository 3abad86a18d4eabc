import { createServer } from 'node:http';
import { parentPort, threadId, workerData } from 'node:worker_threads';

// Stands where Next's thread does: it says which thread it is, and ends when it is told to, in the middle of that answer.
const { socket } = workerData as { socket: string };
createServer((request, response) => {
  response.write(String(threadId));
  if (request.url === '/end') setTimeout(() => process.exit(1), 20);
  else response.end();
}).listen(socket, () => parentPort?.postMessage('ready'));
