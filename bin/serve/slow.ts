import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const LOOK_EVERY = 5_000;
/** Bytes a second below which a client that has something to take is cut. */
const SLOWEST = 1_000;

/** Cuts those who take an answer so slowly that they only hold its memory. Slow heads and bodies are cut by the server's own timeouts. */
export function cutSlowReaders(server: Server, every = LOOK_EVERY): void {
  const taken = new Map<Socket, number>();
  server.on('connection', (socket) => {
    taken.set(socket, 0);
    socket.once('close', () => taken.delete(socket));
  });
  const look = setInterval(() => {
    for (const [socket, before] of taken) {
      // What lies in the buffer counts as written, but not as taken.
      const now = socket.bytesWritten - socket.writableLength;
      const waiting = socket.writableLength > 0 && before > 0;
      if (waiting && now - before < (SLOWEST * every) / 1000) socket.destroy();
      else taken.set(socket, socket.writableLength > 0 ? Math.max(1, now) : 0);
    }
  }, every);
  look.unref();
  server.once('close', () => clearInterval(look));
}
