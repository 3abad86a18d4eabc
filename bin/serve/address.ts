import ipaddr from 'ipaddr.js';

/** The client's address: the one that the outermost of `trusted` proxies saw. Proxies append to X-Forwarded-For. */
export function clientAddress(socket: string, forwarded: string, trusted: number): string {
  const seen = [...forwarded.split(',').map((part) => part.trim()), socket].filter((part) => part !== '');
  const address = seen[Math.max(0, seen.length - 1 - trusted)] ?? socket;
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : socket;
}

/** What limits count by: one IPv4 address, or the /64 that an IPv6 customer has as a whole. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
}
