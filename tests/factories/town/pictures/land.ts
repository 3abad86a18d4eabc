import { area, group, line, oval, picture, rect, ridge, ripples, shape, stars, times, type Pen, type Point } from './pen';

interface Terraces {
  top: number;
  steps: number;
  water: readonly string[];
  bank: readonly string[];
}

/** Pools one below the other, each with its lit water and the dark bank that holds it. */
function terraces(pen: Pen, { top, steps, water, bank }: Terraces): string {
  return times(steps, (step) => {
    const near = step / steps;
    const base = top + (900 - top) * near ** 1.35;
    const depth = 7 + near * 34;
    const phase = 1.2 + step * 0.42;
    const edge = (x: number) => base + Math.sin(x / (150 + near * 190) + phase) * (8 + near * 20) + Math.sin(x / 430 + step * 0.16) * (22 + near * 26);
    const points = Array.from({ length: 81 }, (_, at): Point => [at * 20, edge(at * 20)]);
    const lower = points.map(([x, y]): Point => [x, y + depth]);
    const bands = [...points, [1600, 900] as Point, [0, 900] as Point];
    return area(bands, pen.fade(water)) + area([...lower, [1600, 900], [0, 900]], pen.fade(bank)) +
      times(Math.round(5 + near * 16), () => {
        const x = pen.next() * 1600;
        return rect([x, edge(x) + depth * 0.3, 20 + near * 90, 1 + near * 2], '#ffffff', 0.35);
      }) +
      times(Math.round(26 * near), () => {
        const x = pen.next() * 1600;
        return line(`M${x.toFixed(0)} ${(edge(x) + depth + 4).toFixed(0)}l-3 -${(5 + near * 9).toFixed(0)}m3 ${(5 + near * 9).toFixed(0)}l4 -${(4 + near * 8).toFixed(0)}`, '#8fae5d', 1 + near * 1.4);
      });
  });
}

function hut([x, y]: Point, roof: string): string {
  return group(`transform="translate(${x} ${y})"`, rect([-34, -40, 68, 40], '#5b4632') + area([[-56, -36], [0, -86], [56, -36]], roof) + rect([-9, -26, 18, 26], '#ffd98a'));
}

const riceTerraces = picture('rice-terraces', ['#f3ead0', '#dfe0bb', '#a9c192'], (pen) => [
  pen.glow([1220, 170], 360, '#fff7d2'), oval([1220, 170, 42, 42], '#fffbe8'),
  ridge(pen, { base: 250, height: 60 }, '#b9cba4'), ridge(pen, { base: 310, height: 46, waves: 3 }, '#94b184'),
  times(4, (at) => oval([200 + at * 420, 330 + at * 6, 340, 16], '#fffdf0', 0.5)),
  terraces(pen, { top: 350, steps: 13, water: ['#eef3dd', '#cfe0cf', '#9fc0b0'], bank: ['#7d9a54', '#4c6a3a', '#2d4529'] }),
  hut([420, 505], '#8a5a38'), hut([1180, 470], '#7a4f34'),
].join(''));

const terracesDusk = picture('terraces-dusk', ['#3d3560', '#8a5a86', '#e19a7d', '#f8d39a'], (pen) => [
  stars(pen, 40, 200),
  pen.glow([430, 330], 420, '#ffe1a6'),
  ridge(pen, { base: 300, height: 70 }, '#7f5a82'), ridge(pen, { base: 350, height: 40, waves: 4 }, '#5e4570'),
  terraces(pen, { top: 390, steps: 12, water: ['#ffd9a0', '#e7a38e', '#9a6f9a'], bank: ['#4a3a5e', '#33294a', '#221c36'] }),
  hut([1120, 560], '#2a2036'), pen.glow([1120, 545], 120, '#ffcf7a'),
].join(''));

const desertDunes = picture('desert-dunes', ['#f7d9a6', '#f2b27a', '#d9835c', '#a95a4c'], (pen) => {
  const dune = (path: string, colours: readonly string[], shade: string) => shape(path, pen.fade(colours, [1, 0.6])) + shape(shade, '#5f2f3c', 0.55);
  const camel = (x: number) => group(`transform="translate(${x} 452) scale(.5)"`, shape('M-30 0L-26 -34Q-34 -60 -10 -58Q0 -84 14 -58Q34 -60 34 -44L46 -70L62 -74L64 -66L50 -58L38 -24L36 0H30L28 -26H-18L-24 0Z', '#4a2833'));
  return [
    pen.glow([1180, 250], 460, '#fff0c0'), oval([1180, 250, 66, 66], '#fff6d8'),
    ridge(pen, { base: 430, height: 26, waves: 3 }, '#d98d66'),
    shape('M0 500Q260 440 620 456T1240 452T1600 420V900H0Z', pen.fade(['#e0986a', '#b9694f'])),
    times(7, (at) => camel(520 + at * 62)),
    dune('M0 640Q300 470 640 520T980 640Q1300 560 1600 470V900H0Z', ['#f2bd83', '#cf7d58'], 'M640 520Q520 610 700 720T760 900H1200Q900 720 980 640Q860 540 640 520Z'),
    dune('M0 780Q260 700 520 620Q760 700 900 790T1600 690V900H0Z', ['#f7cd93', '#c9704f'], 'M520 620Q470 730 640 800T700 900H1080Q960 840 900 790Q760 690 520 620Z'),
    times(26, (at) => line(`M${(at * 22).toFixed(0)} ${(800 + (at % 13) * 8).toFixed(0)}q40 -14 90 -4t${90 + (at % 5) * 10} -8`, '#b96a4b', 1.3)),
    times(90, () => rect([pen.next() * 1600, pen.between(640, 890), pen.between(6, 30), 1.4], '#ffe9bf', 0.3)),
  ].join('');
});

function carriage(at: Point, colours: readonly [body: string, stripe: string, light: string], windows: number): string {
  const [body, stripe, light] = colours;
  const width = windows * 30 + 20;
  return group(`transform="translate(${at[0]} ${at[1]})"`,
    `<rect width="${width}" height="58" rx="8" fill="${body}"/>` + rect([0, 40, width, 6], stripe) + times(windows, (w) => rect([14 + w * 30, 13, 19, 19], light)) +
    times(2, (end) => oval([30 + end * (width - 84), 60, 9, 9], '#14171f') + oval([54 + end * (width - 84), 60, 9, 9], '#14171f')));
}

const nightTrain = picture('night-train', ['#141a33', '#26305a', '#4b4f80', '#8d7896'], (pen) => [
  stars(pen, 150, 460),
  pen.glow([1150, 230], 360, '#e9e4ff'), oval([1150, 230, 88, 88], '#f6efdc'), oval([1124, 212, 16, 14], '#ded4c0', 0.6), oval([1178, 256, 22, 18], '#ded4c0', 0.5),
  ridge(pen, { base: 500, height: 70, waves: 3 }, '#38406b'), ridge(pen, { base: 560, height: 40, waves: 4 }, '#2a3056'),
  rect([0, 620, 1600, 280], pen.fade(['#232847', '#12152a'])),
  rect([0, 688, 1600, 5], '#0c0f1f'),
  times(6, (at) => carriage([-60 + at * 262, 624], ['#2f4c4a', '#c9a14e', pen.next() > 0.16 ? '#ffd98a' : '#4d5a66'], 8)),
  shape('M1512 682V632Q1512 618 1526 618H1640V682Z', '#7d332d'), rect([1540, 632, 34, 20], '#ffe7b0'),
  times(46, () => rect([pen.next() * 1600, 702 + pen.next() * 24, pen.between(18, 46), 3], '#ffd98a', 0.22)),
  times(240, () => {
    const x = pen.next() * 1600;
    const y = 720 + pen.next() ** 0.7 * 180;
    return line(`M${x.toFixed(0)} ${y.toFixed(0)}l${pen.between(-5, 7).toFixed(0)} -${pen.between(8, 26).toFixed(0)}`, pen.pick(['#2d3358', '#3a3f66', '#1b1f3a']), 2);
  }),
  times(5, (at) => line(`M${120 + at * 380} 690V470m-26 16h52`, '#0e1122', 5)), line('M0 486H1600', '#0e1122', 1.5),
].join(''));

const COAST_CARRIAGES = [[1, -20, 532], [3, 152, 535], [8, 324, 547], [14, 496, 580], [19, 668, 632]] as const;

const coastTrain = picture('coast-train', ['#fbe4c0', '#f3bf9d', '#b8a7b4', '#6f93a8'], (pen) => [
  pen.glow([1240, 350], 420, '#fff3d0'), oval([1240, 350, 50, 50], '#fffbea'),
  rect([0, 430, 1600, 470], pen.fade(['#e8c5ac', '#7fa9b5', '#2f6b80'])),
  ripples(pen, { box: [600, 438, 1000, 400], count: 170 }, '#fff1d8'), ripples(pen, { box: [1140, 438, 200, 300], count: 50 }, '#fffbea'),
  shape('M1600 428Q1500 380 1380 428Z', '#8f8ea0'), shape('M980 432Q1060 404 1140 432Z', '#a39aa8'),
  shape('M0 140Q180 90 330 250T640 420Q760 470 860 436H0Z', pen.fade(['#7d9f86', '#8fa79a'])),
  shape('M0 270Q220 260 380 420T760 600Q900 680 860 760T980 900H0Z', pen.fade(['#5d8a63', '#2c5545'], [1, 1])),
  times(90, () => oval([pen.next() ** 1.2 * 430, pen.between(470, 860), pen.between(12, 34), pen.between(9, 22)], pen.pick(['#3f7052', '#4d8059', '#2c5a47']), 0.8)),
  line('M-20 596Q340 600 620 690T1000 940', '#d8c8a6', 26), line('M-20 590Q340 594 626 682T1012 930', '#5d4a3c', 3), line('M-20 602Q340 606 612 698T990 940', '#5d4a3c', 3),
  ...COAST_CARRIAGES.map(([turn, x, y], at) => group(`transform="rotate(${turn} ${x} ${y + 7})"`, carriage([x, y], at === 4 ? ['#b8412f', '#f0d9a8', '#ffe7b0'] : ['#2f5f8a', '#e9e2d0', '#f7e8c2'], 5))),
  shape('M860 900Q900 830 1010 836T1180 900Z', '#e9d9b4', 0.9),
  times(3, (at) => oval([1010 + at * 90, 846 + at * 18, 90, 5], '#ffffff', 0.7)),
].join(''));

const stoneBridge = picture('stone-bridge', ['#dfeaf0', '#c5d9d6', '#dfe0bf', '#f0dfb0'], (pen) => {
  const arches = times(6, (at) => `M${90 + at * 250} 720V600A95 95 0 0 1 ${280 + at * 250} 600V720Z`);
  return [
    times(6, () => oval([pen.next() * 1600, pen.between(80, 240), pen.between(120, 260), pen.between(12, 28)], '#ffffff', 0.5)),
    ridge(pen, { base: 430, height: 40 }, '#a9bfa4'), ridge(pen, { base: 480, height: 26, waves: 4 }, '#86a488'),
    times(12, (at) => rect([at * 140, 430 - pen.next() * 40, pen.between(60, 110), 120], pen.pick(['#d9c6a4', '#c9ab8a', '#e3d3b6'])) + area([[at * 140 - 6, 432], [at * 140 + 44, 380], [at * 140 + 96, 432]], '#a5603f')),
    rect([0, 660, 1600, 240], pen.fade(['#a9c8c4', '#5f8f96', '#3d6b76'])),
    ripples(pen, { box: [0, 668, 1600, 220], count: 150 }, '#fbf6e0'),
    `<path fill-rule="evenodd" d="M0 520Q800 430 1600 520V720H0Z${arches}" fill="${pen.fade(['#d8c6a2', '#a58f6f'])}"/>`,
    line('M0 512Q800 422 1600 512', '#8a7558', 14),
    times(150, () => {
      const x = pen.next() * 1600;
      return rect([x, 528 - Math.sin((x / 1600) * Math.PI) * 46 + pen.next() * 16, pen.between(16, 34), 7], '#8a7558', 0.22);
    }),
    times(7, (at) => area([[50 + at * 250, 740], [58 + at * 250, 610], [72 + at * 250, 610], [84 + at * 250, 740]], '#8f7b5d')),
    times(5, (at) => line(`M${800 + at * 38} 470V740`, '#7a4a2c', 6)), times(6, (at) => line(`M790 ${490 + at * 46}H966`, '#96613a', 6)), line('M800 720L952 490M800 490L952 720', '#96613a', 4),
    times(7, (at) => rect([34 + at * 250, 742, 52, 110], '#2e5560', 0.3)),
    times(4, (at) => oval([300 + at * 130 + (at > 1 ? 560 : 0), 452 - at * 3, 7, 7], '#43352c') + rect([295 + at * 130 + (at > 1 ? 560 : 0), 459 - at * 3, 10, 26], pen.pick(['#7d332d', '#2f4d5c', '#4b5b3a']))),
  ].join('');
});

export const land: Readonly<Record<string, string>> = {
  'rice-terraces': riceTerraces,
  'terraces-dusk': terracesDusk,
  'desert-dunes': desertDunes,
  'night-train': nightTrain,
  'coast-train': coastTrain,
  'stone-bridge': stoneBridge,
};
