/** What one person was sent, in lower-case header names. */
export interface Sent {
  address: string;
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Whether somebody else may be sent the same by a cache on the way (RFC 9111, 3). */
export const isShared = ({ headers }: Pick<Sent, 'headers'>): boolean => {
  const control = headers['cache-control'] ?? '';
  return !/\b(private|no-store)\b/.test(control) && /\b(public|s-maxage|max-age)\b/.test(control);
};

/** What in `sent` belongs to one person and may reach another; nothing when all is well. `secrets` are theirs by name. */
export function leaksIn(sent: Sent, secrets: Readonly<Record<string, string>>): string[] {
  if (!isShared(sent)) return [];
  const all = `${sent.text}\n${JSON.stringify(sent.headers)}`;
  const found = Object.entries(secrets).flatMap(([name, secret]) =>
    secret !== '' && all.includes(secret) ? [`${sent.address} tells ${name}`] : [],
  );
  if (sent.headers['set-cookie'] !== undefined) found.push(`${sent.address} sets a cookie`);
  if (/\bcookie\b/i.test(sent.headers.vary ?? '')) found.push(`${sent.address} varies by cookie`);
  if (sent.status >= 500) found.push(`${sent.address} shares an error`);
  if (sent.status >= 400 && Number(/s-maxage=(\d+)/.exec(sent.headers['cache-control'] ?? '')?.[1] ?? 99) > 10)
    found.push(`${sent.address} shares a refusal for long`);
  return found;
}
