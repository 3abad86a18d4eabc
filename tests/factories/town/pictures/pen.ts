/** A small drawing kit: every picture is 1600 by 900 and comes out the same each time. */

export type Box = readonly [x: number, y: number, width: number, height: number];
export type Point = readonly [x: number, y: number];

export interface Pen {
  /** A number from 0 up to 1; the sequence depends on the picture's name only. */
  next: () => number;
  between: (low: number, high: number) => number;
  pick: (choices: readonly string[]) => string;
  /** A gradient, top to bottom unless `to` says otherwise, as a fill. */
  fade: (colours: readonly string[], to?: Point) => string;
  /** A soft round light. */
  glow: (at: Point, radius: number, colour: string) => string;
}

function randomFrom(name: string): () => number {
  let state = 2166136261;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
const see = (opacity: number) => (opacity === 1 ? '' : ` opacity="${opacity}"`);

export const times = (count: number, draw: (at: number) => string) => Array.from({ length: count }, (_, at) => draw(at)).join('');

export function rect([x, y, width, height]: Box, fill: string, opacity = 1): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${see(opacity)}/>`;
}

export function oval([cx, cy, rx, ry]: Box, fill: string, opacity = 1): string {
  return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${see(opacity)}/>`;
}

export function area(points: readonly Point[], fill: string, opacity = 1): string {
  return `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="${fill}"${see(opacity)}/>`;
}

export function shape(path: string, fill: string, opacity = 1): string {
  return `<path d="${path}" fill="${fill}"${see(opacity)}/>`;
}

export function line(path: string, stroke: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export const group = (attributes: string, content: string) => `<g ${attributes}>${content}</g>`;

/** A hill line across the picture, filled to the bottom. */
export function ridge(pen: Pen, { base, height, waves = 2 }: { base: number; height: number; waves?: number }, fill: string): string {
  const phases = [pen.next() * 6, pen.next() * 6, pen.next() * 6];
  const top = (x: number) =>
    phases.reduce((sum, phase, at) => sum + (Math.sin((x / 1600) * waves * Math.PI * (at * 1.6 + 1) + phase) * height) / (at * 1.8 + 1), base);
  const points = Array.from({ length: 81 }, (_, at): Point => [at * 20, top(at * 20)]);
  return area([...points, [1600, 900], [0, 900]], fill);
}

/** Short strokes of light lying on water; wider and sparser towards the viewer. */
export function ripples(pen: Pen, { box: [x, y, width, height], count }: { box: Box; count: number }, colour: string): string {
  return times(count, () => {
    const depth = pen.next() ** 1.4;
    const length = 14 + depth * pen.between(40, 190);
    const stroke: Box = [x + pen.next() * width - length / 2, y + depth * height, length, 1.4 + depth * 4];
    return rect(stroke, colour, round(pen.between(0.08, 0.42)));
  });
}

export function stars(pen: Pen, count: number, bottom: number): string {
  return times(count, () => {
    const size = pen.between(0.8, 2.4);
    return oval([pen.next() * 1600, pen.next() * bottom, size, size], '#fff6e0', round(pen.between(0.2, 0.8)));
  });
}

/** A whole picture: `draw` puts shapes over a sky of `colours`. */
export function picture(name: string, colours: readonly string[], draw: (pen: Pen) => string): string {
  const next = randomFrom(name);
  const defs: string[] = [];
  const define = (element: (id: string) => string) => {
    const id = `${name}-${defs.length + 1}`;
    defs.push(element(id));
    return `url(#${id})`;
  };
  const stops = (list: readonly string[]) =>
    list.map((colour, at) => `<stop offset="${round((at / Math.max(1, list.length - 1)) * 100)}%" stop-color="${colour}"/>`).join('');
  const pen: Pen = {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? '#000',
    fade: (list, [x, y] = [0, 1]) => define((id) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x}" y2="${y}">${stops(list)}</linearGradient>`),
    glow: ([x, y], radius, colour) => {
      const ends = `<stop offset="0" stop-color="${colour}" stop-opacity=".85"/><stop offset=".35" stop-color="${colour}" stop-opacity=".32"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/>`;
      return oval([x, y, radius, radius], define((id) => `<radialGradient id="${id}">${ends}</radialGradient>`));
    },
  };
  const body = rect([0, 0, 1600, 900], pen.fade(colours, [0.12, 1])) + draw(pen);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900"><defs>${defs.join('')}</defs>${body}</svg>`;
}
