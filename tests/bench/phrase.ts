const WORDS =
  'harbour ledger winter copper method window river garden border figure letter morning engine market signal painter bridge mirror station orchard thunder quarter winding silver harvest kitchen curtain pebble lantern journey'.split(
    ' ',
  );

/** Ten words that nobody said before, so that no rule takes it for a repeat. */
export const phrase = (nth: number): string =>
  `${nth}: ${Array.from({ length: 10 }, () => WORDS[Math.floor(Math.random() * WORDS.length)]).join(' ')}, ${Math.random().toString(36).slice(2)}.`;
