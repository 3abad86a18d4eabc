import ipaddr from 'ipaddr.js';

/** The client's address: the one that the outermost of `trusted` proxies saw. Proxies append to X-Forwarded-For. */
export function clientAddress(socket: string, forwarded: string, trusted: number): string {
  const seen = [...forwarded.split(',').map((part) => part.trim()), socket].filter((part) => part !== '');
  const address = seen[Math.max(0, seen.length - 1 - trusted)] ?? socket;
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : socket;
}
