import http from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  text: string;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** A connection of its own. */
  fresh?: boolean;
}

/** One request as it is written, with no client's own ideas of paths and headers. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body = '', fresh = false }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...headers }, ...(fresh ? { agent: false } : {}) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const all = Buffer.concat(chunks);
          const flat = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
          resolve({ status: response.statusCode ?? 0, headers: flat, body: all, text: all.toString() });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
