import http from 'node:http';

export interface Load {
  /** Requests a second. */
  rps: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

interface Target {
  port: number;
  path: string;
  headers: Record<string, string>;
}

/** Asks for one page over `connections` kept-alive connections for `ms` milliseconds. */
export async function load(target: Target, connections: number, ms: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const end = performance.now() + ms;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const began = performance.now();
      const request = http.get({ host: '127.0.0.1', port: target.port, path: target.path, headers: target.headers, agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${target.path} answered ${response.statusCode}`));
        response.on('data', () => undefined);
        response.on('end', () => {
          took.push(performance.now() - began);
          resolve();
        });
      });
      request.on('error', reject);
    });
  const worker = async () => {
    while (performance.now() < end) await one();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return took;
}

export function summary(took: number[], ms: number): Load {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { rps: Math.round((took.length / ms) * 1000), p50: at(0.5), p99: at(0.99) };
}
