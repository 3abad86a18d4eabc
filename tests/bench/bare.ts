import { spawn } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sent {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export function bytesOf(port: number, path: string, headers: Record<string, string>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
      })
      .on('error', reject);
  });
}

/** A server of node:http alone that sends one answer from memory, in a process of its own as the site is. */
export function bareServer({ status, headers, body }: Sent): Promise<{ port: number; stop: () => void }> {
  const code = `const http = require('node:http');
process.once('message', ({ status, headers, body }) => {
  const bytes = Buffer.from(body, 'base64');
  const server = http.createServer((request, response) => { response.writeHead(status, headers); response.end(bytes); });
  server.listen(0, '127.0.0.1', () => process.send(server.address()));
});
process.on('disconnect', () => process.exit(0));`;
  const { connection: _, 'keep-alive': __, date: ___, 'transfer-encoding': ____, ...kept } = headers;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('error', reject);
    child.once('message', (address: AddressInfo) => resolve({ port: address.port, stop: () => child.kill() }));
    child.send({ status, headers: kept, body: body.toString('base64') });
  });
}
