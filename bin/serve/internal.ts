/** How the front and the renderer of one process speak: HTTP over a socket that only they can reach, with these headers. */
export const INTERNAL = {
  /** Asked: id of the request, the client's address, and the kind of key when the answer may be shared. */
  request: 'x-bulb-request',
  address: 'x-bulb-address',
  key: 'x-bulb-key',
  /** Answered: cache tags; what was written; hashes of the scripts left in the page; why the database failed. */
  tags: 'x-bulb-tags',
  wrote: 'x-bulb-wrote',
  scripts: 'x-bulb-scripts',
  fault: 'x-bulb-fault',
} as const;
