import { createServer } from 'node:net';
import { Fault } from '../fault';

/** @throws Fault when something else listens there, said before the long part of a start. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Fault(`Port ${port} is taken: stop what runs there, or choose another (PORT=3001 npm start).`));
      else if (error.code === 'EACCES')
        reject(new Fault(`Port ${port} needs more rights than you have: choose one above 1023 (PORT=3000 npm start).`));
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
