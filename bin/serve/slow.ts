import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const LOOK_EVERY = 5_000;
/** Bytes a second below which a client that has something to take is cut. */
const SLOWEST = 1_000;

/** What Node knows of a connection and has no name for: bytes handed to libuv, and those of them that the kernel has not taken yet. */
interface Handle {
  bytesWritten: number;
  writeQueueSize: number;
}

/** Cuts those who take an answer so slowly that they only hold its memory. Slow heads and bodies are cut by the server's own timeouts. */
export function cutSlowReaders(server: Server, every = LOOK_EVERY): void {
  const taken = new Map<Socket, number>();
  server.on('connection', (socket) => {
    taken.set(socket, 0);
    socket.once('close', () => taken.delete(socket));
  });
  const look = setInterval(() => {
    for (const [socket, before] of taken) {
      // A body is one write, and `writableLength` counts all of it until the last byte is gone.
      const handle = (socket as { _handle?: Handle | null })._handle;
      const left = handle?.writeQueueSize ?? 0;
      const now = (handle?.bytesWritten ?? 0) - left;
      if (left > 0 && before > 0 && now - before < (SLOWEST * every) / 1000) socket.destroy();
      else taken.set(socket, left > 0 ? Math.max(1, now) : 0);
    }
  }, every);
  look.unref();
  server.once('close', () => clearInterval(look));
}
