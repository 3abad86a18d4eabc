import { area, group, line, oval, picture, rect, ridge, ripples, shape, stars, times, type Pen, type Point } from './pen';

function dome([x, y]: Point, size: number, fill: string): string {
  const path = 'M-30 0C-58 -34 -30 -74 0 -112C30 -74 58 -34 30 0Z';
  return group(`transform="translate(${x} ${y}) scale(${size})"`, rect([-24, 0, 48, 60], fill) + shape(path, fill) + line('M0 -108V-146M-10 -134H10', fill, 4));
}

function houses(pen: Pen, { base, tall, wall }: { base: number; tall: number; wall: string }, lights: number): string {
  return times(20, (at) => {
    const height = tall * pen.between(0.45, 1);
    const x = at * 82 - 12;
    const front = rect([x, base - height, 84, height + 4], wall) + area([[x - 4, base - height], [x + 42, base - height - pen.between(14, 46)], [x + 88, base - height]], wall);
    return front + times(Math.floor(height / 34), (row) => times(3, (column) => (pen.next() < lights ? rect([x + 12 + column * 24, base - height + 12 + row * 32, 11, 16], '#ffcf7d', 0.85) : '')));
  });
}

const harbinDusk = picture('harbin-dusk', ['#e3bb78', '#d98c50', '#a9502f', '#5d2a3c', '#281a30'], (pen) => [
  pen.glow([470, 420], 520, '#ffe0a0'), oval([470, 430, 50, 50], '#ffeec6'),
  times(6, (at) => oval([pen.next() * 1600, 130 + at * 42, pen.between(200, 420), pen.between(5, 12)], '#ffd9a0', 0.2)),
  houses(pen, { base: 640, tall: 120, wall: '#8a4034' }, 0),
  houses(pen, { base: 660, tall: 100, wall: '#5c2c36' }, 0.12),
  rect([920, 380, 240, 290], '#32192c'), rect([880, 450, 60, 220], '#32192c'), rect([1140, 450, 60, 220], '#32192c'), area([[980, 384], [1040, 270], [1100, 384]], '#32192c'),
  dome([1040, 290], 1.5, '#2a1527'), dome([910, 420], 0.72, '#32192c'), dome([1170, 420], 0.72, '#32192c'), dome([960, 366], 0.6, '#2a1527'), dome([1120, 366], 0.6, '#2a1527'),
  times(5, (at) => shape(`M${948 + at * 42} 560V510Q${960 + at * 42} 486 ${972 + at * 42} 510V560Z`, '#ffc66b', 0.9)), oval([1040, 430, 24, 24], '#ffc66b', 0.85),
  houses(pen, { base: 690, tall: 90, wall: '#2a1829' }, 0.42),
  rect([0, 686, 1600, 214], pen.fade(['#b0694c', '#6a3a48', '#2b1b31'])),
  shape('M0 720Q300 700 520 730T1000 726T1600 712V760Q1200 790 800 768T0 776Z', '#f3cfa0', 0.22), shape('M0 820Q400 790 700 824T1600 806V870Q900 900 0 866Z', '#f3cfa0', 0.14),
  ripples(pen, { box: [330, 692, 280, 200], count: 70 }, '#ffe9bf'), ripples(pen, { box: [0, 692, 1600, 200], count: 90 }, '#f0b98a'),
  line('M-10 686H1610', '#1f1323', 8), times(13, (at) => line(`M${40 + at * 130} 684V622`, '#1f1323', 4) + pen.glow([40 + at * 130, 616], 46, '#ffd58a') + oval([40 + at * 130, 616, 6, 6], '#fff0cc')),
].join(''));

function sampan(pen: Pen, [x, y]: Point, size: number): string {
  const fruit = times(34, () => oval([pen.between(-92, 70), pen.between(-44, -24) - pen.next() * 16, 9, 9], pen.pick(['#e9a13b', '#d8652f', '#8fae4a', '#f0cd5a', '#b8442f'])));
  const person = oval([112, -56, 13, 26], '#3b5d6b') + area([[84, -82], [112, -110], [140, -82]], '#e6cf9a');
  const pole = line('M-120 -10V-210', '#2b1d1e', 5) + times(3, (at) => oval([-120, -200 + at * 30, 12, 14], pen.pick(['#e9a13b', '#b8442f', '#8fae4a'])));
  return group(`transform="translate(${x} ${y}) scale(${size})"`, oval([0, 34, 190, 14], '#0d1b2a', 0.4) + pole + fruit + person + shape('M-190 -34Q-120 30 -40 32H70Q150 26 200 -44Q80 -14 0 -14T-190 -34Z', '#5a3a2c') + shape('M-190 -34Q-90 -14 0 -14T200 -44L192 -30Q80 0 0 0T-182 -22Z', '#8d5f3e')) + pen.glow([x + 40 * size, y - 96 * size], 120 * size, '#ffcf7a') + oval([x + 40 * size, y - 96 * size, 7 * size, 9 * size], '#fff3cf');
}

const floatingMarket = picture('floating-market', ['#1d2b4a', '#3f4a74', '#97708a', '#eba878', '#f6cf96'], (pen) => [
  stars(pen, 60, 220),
  rect([0, 430, 1600, 470], pen.fade(['#d99a7c', '#6d6583', '#24324f', '#131d33'])),
  pen.glow([980, 430], 460, '#ffe2ae'),
  times(44, (at) => line(`M${at * 38} 436v-${pen.between(20, 70).toFixed(0)}`, '#2d3450', 5) + oval([at * 38, 410 - pen.next() * 22, 34, 20], '#2d3450')),
  times(5, (at) => area([[60 + at * 330, 440], [60 + at * 330, 404], [100 + at * 330, 378], [140 + at * 330, 404], [140 + at * 330, 440]], '#232a44') + rect([92 + at * 330, 410, 14, 14], '#ffcf7d')),
  ripples(pen, { box: [0, 446, 1600, 440], count: 170 }, '#f6c79a'),
  sampan(pen, [330, 540], 0.62), sampan(pen, [760, 520], 0.52), sampan(pen, [1180, 556], 0.7), sampan(pen, [1440, 512], 0.46),
  sampan(pen, [560, 690], 1.1), sampan(pen, [1180, 770], 1.34), sampan(pen, [150, 800], 1.2),
  ripples(pen, { box: [420, 730, 340, 130], count: 36 }, '#ffd890'), ripples(pen, { box: [1050, 826, 340, 66], count: 26 }, '#ffd890'),
].join(''));

const coveredMarket = picture('covered-market', ['#4a2c2a', '#7a4632', '#b5713f', '#5b3327'], (pen) => [
  ...[0, 1, 2, 3].map((at) => {
    const inset = at * 150;
    const top = 40 + at * 92;
    const arch = `M${inset} 900V${top + 260}Q${800} ${top - 190} ${1600 - inset} ${top + 260}V900H${1490 - inset * 0.9}V${top + 320}Q800 ${top - 60} ${110 + inset * 0.9} ${top + 320}V900Z`;
    return shape(arch, pen.fade([['#3b2220', '#5a342a', '#7d4a34', '#a06640'][at] ?? '#3b2220', ['#5a342a', '#7d4a34', '#a06640', '#c98a55'][at] ?? '#5a342a']));
  }).reverse(),
  pen.glow([800, 470], 330, '#ffe3a6'),
  times(5, (at) => area([[520 + at * 130, 0], [590 + at * 130, 0], [470 + at * 180, 800], [330 + at * 190, 800]], pen.fade(['#fff0c4', '#b5713f']), 0.2)),
  area([[0, 900], [520, 640], [1080, 640], [1600, 900]], pen.fade(['#d8a066', '#6b3d2a'])),
  times(14, (at) => line(`M${520 + at * 43} 640L${-120 + at * 142} 900`, '#8b5636', 2)), times(5, (at) => line(`M${480 - at * at * 26} ${660 + at * at * 14}H${1120 + at * at * 26}`, '#8b5636', 2)),
  ...[0, 1].map((side) => group(side === 1 ? 'transform="translate(1600 0) scale(-1 1)"' : 'opacity="1"', times(3, (row) => {
    const x = 330 - row * 170;
    const y = 650 + row * 84;
    const size = 1 + row * 0.45;
    const awning = times(6, (at) => area([[x - 30 + at * 26 * size, y - 210 * size], [x - 4 + at * 26 * size, y - 210 * size], [x + 18 + at * 26 * size, y - 160 * size], [x - 8 + at * 26 * size, y - 160 * size]], at % 2 === 0 ? '#e8d9b8' : ['#a63f3a', '#2f6470', '#c98a2e'][(row + side) % 3] ?? '#a63f3a'));
    const heaps = times(4, (at) => {
      const colour = pen.pick(['#e3a52e', '#c4472b', '#7d8f3c', '#8a3a2a', '#e8c878', '#b5652f']);
      return area([[x - 8 + at * 40 * size, y - 24 * size], [x + 10 * size + at * 40 * size, y - 66 * size], [x + 38 * size + at * 40 * size, y - 24 * size]], colour) + rect([x - 6 + at * 40 * size, y - 26 * size, 38 * size, 22 * size], '#6b4a30');
    });
    return awning + heaps + rect([x - 20, y - 6 * size, 180 * size, 40 * size], '#3d251d');
  }))),
  times(3, (at) => group(`transform="translate(${690 + at * 96} ${690 + (at % 2) * 26}) scale(${1 + (at % 2) * 0.2})"`, oval([0, 30, 30, 7], '#3d251d', 0.4) + shape('M-20 30Q-22 -30 0 -36Q22 -30 20 30Z', ['#2f4d5c', '#e8d9b8', '#6b2f35'][at] ?? '#2f4d5c') + oval([0, -48, 11, 13], '#8b5a3e'))),
].join(''));

const villageOven = picture('village-oven', ['#101833', '#1f2a52', '#3d3f68', '#6a4a5c'], (pen) => [
  stars(pen, 170, 420),
  ridge(pen, { base: 430, height: 70 }, '#1c2547'),
  houses(pen, { base: 640, tall: 210, wall: '#252445' }, 0.1), houses(pen, { base: 670, tall: 120, wall: '#1b1a35' }, 0.22),
  rect([0, 660, 1600, 240], pen.fade(['#4a3340', '#1e1626'])),
  pen.glow([800, 610], 560, '#ff9d4d'),
  shape('M520 740V600Q540 380 800 376T1080 600V740Z', pen.fade(['#8d6a5a', '#c98f64', '#5d4038'], [1, 0.5])),
  times(46, () => rect([pen.between(560, 1020), pen.between(460, 720), pen.between(26, 60), 14], '#5d4038', 0.25)),
  rect([980, 330, 60, 130], '#6b4c42'), shape('M1010 330Q970 270 1020 220T1000 90', 'none'), line('M1010 322Q980 262 1022 214T1004 96', '#8f86a0', 16),
  shape('M690 700V610Q700 520 800 518T910 610V700Z', '#2a1410'), shape('M706 700V616Q716 540 800 538T894 616V700Z', pen.fade(['#ff7a2e', '#ffc24d', '#fff0b8'])),
  rect([660, 700, 280, 18], '#3d2a26'),
  area([[430, 900], [760, 716], [840, 716], [1170, 900]], '#ffb45e', 0.22),
  rect([150, 770, 360, 18], '#7a5236'), line('M190 788V880M470 788V880', '#5a3a28', 12),
  times(4, (at) => oval([200 + at * 86, 752, 42, 24], pen.fade(['#d99a54', '#8a5326'])) + line(`M${180 + at * 86} 744l38 -6M${200 + at * 86} 732v22`, '#f3cf94', 3)),
  line('M930 690L1290 800', '#7a5236', 8), rect([1180, 700, 44, 150], '#2f2a48'), oval([1202, 676, 22, 26], '#8b5a3e'), shape('M1172 670Q1202 620 1232 670Z', '#d8cbb2'),
].join(''));

const PALM_LEAVES = ['-90 -10 -120 60', '-60 -50 -90 0', '-20 -80 -30 -60', '60 -70 100 -40', '110 -30 160 20', '120 20 170 90', '80 50 120 110'];

const tinRoofRain = picture('tin-roof-rain', ['#141d2b', '#22313f', '#35474f', '#2a3a3f'], (pen) => {
  const roof = (points: readonly [Point, Point, Point, Point], fill: string) => {
    const [a, b, c, d] = points;
    const rib = (at: number) => `M${(a[0] + (b[0] - a[0]) * at).toFixed(0)} ${(a[1] + (b[1] - a[1]) * at).toFixed(0)}L${(d[0] + (c[0] - d[0]) * at).toFixed(0)} ${(d[1] + (c[1] - d[1]) * at).toFixed(0)}`;
    return area(points, fill) + times(22, (at) => line(rib(at / 21), '#1a262c', 2.5) + line(rib((at + 0.4) / 22), '#93a7a9', 1));
  };
  const palm = (x: number) => line(`M${x} 470Q${x + 20} 300 ${x + 60} 180`, '#18242a', 9) + PALM_LEAVES.map((leaf) => line(`M${x + 60} 180q${leaf}`, '#1d2c30', 9)).join('');
  return [
    palm(1180), palm(1360), palm(200),
    ridge(pen, { base: 440, height: 20, waves: 5 }, '#1c2a30'),
    rect([0, 470, 700, 430], '#27353a'), roof([[-40, 380], [560, 360], [740, 480], [-40, 500]], pen.fade(['#6d8286', '#46595e'])),
    rect([560, 560, 1040, 340], pen.fade(['#3a4645', '#232d30'])), roof([[640, 400], [1500, 400], [1640, 570], [520, 570]], pen.fade(['#7f9497', '#4b6065'])),
    pen.glow([900, 690], 300, '#ffce7a'), rect([810, 620, 180, 150], '#ffd98f'), line('M900 620V770M810 692H990', '#5a4630', 7), shape('M842 770V722Q866 690 888 722V770Z', '#8a6a45'), oval([866, 696, 15, 18], '#8a6a45'),
    rect([1180, 640, 90, 260], '#1c2528'), rect([1330, 640, 120, 90], '#1f2a2e'), rect([180, 580, 120, 90], '#1d282c'), rect([360, 560, 100, 340], '#1a2327'),
    rect([0, 850, 1600, 50], pen.fade(['#2f3f44', '#182226'])), ripples(pen, { box: [700, 854, 420, 40], count: 40 }, '#ffd98f'),
    times(52, (at) => line(`M${520 + at * 21.6} 572v${pen.between(30, 190).toFixed(0)}`, '#b9cfd3', 1.2)),
    group('opacity=".42"', times(330, () => {
      const x = pen.next() * 1700;
      const y = pen.next() * 900;
      const length = pen.between(20, 62);
      return line(`M${x.toFixed(0)} ${y.toFixed(0)}l-${(length * 0.22).toFixed(0)} ${length.toFixed(0)}`, '#c9dadd', 1.3);
    })),
    times(70, () => { const x = pen.between(560, 1560); return line(`M${x.toFixed(0)} ${pen.between(404, 560).toFixed(0)}l-5 -9m5 9l6 -8`, '#d5e3e5', 1.4); }),
  ].join('');
});

const rainWindow = picture('rain-window', ['#16213a', '#26365a', '#43466e', '#5c4a63'], (pen) => [
  times(60, () => {
    const at: Point = [pen.next() * 1600, pen.between(300, 820)];
    const size = pen.between(26, 90);
    return oval([at[0], at[1], size, size], pen.pick(['#ffb65c', '#f2785c', '#ffd98f', '#6fb5c9', '#e8e0c8', '#c95f7a']), Math.round(pen.between(0.12, 0.42) * 100) / 100);
  }),
  times(9, (at) => rect([at * 190 - 20, 120 + pen.next() * 200, pen.between(90, 160), 700], '#0f1830', 0.28)),
  times(230, () => {
    const at: Point = [pen.next() * 1600, pen.next() * 760];
    const size = pen.between(2, 8);
    return oval([at[0], at[1], size, size * 1.25], '#cfdcea', 0.34) + oval([at[0] - size * 0.3, at[1] - size * 0.4, size * 0.34, size * 0.34], '#ffffff', 0.8);
  }),
  times(17, () => {
    const x = pen.next() * 1600;
    const y = pen.between(-40, 260);
    const end = y + pen.between(180, 460);
    return line(`M${x.toFixed(0)} ${y.toFixed(0)}q8 60 -2 ${((end - y) / 2).toFixed(0)}t4 ${((end - y) / 2).toFixed(0)}`, 'rgba(207,220,234,.26)', 6) + oval([x + 3, end, 8, 12], '#e4edf5', 0.7);
  }),
  rect([784, 0, 32, 780], '#2b1f24'), rect([784, 0, 8, 780], '#4a3534'), rect([0, 330, 1600, 22], '#2b1f24'), rect([0, 330, 1600, 6], '#4a3534'),
  rect([0, 770, 1600, 130], pen.fade(['#5d4036', '#2c1d1e'])), rect([0, 770, 1600, 10], '#8a6248'),
  pen.glow([1210, 700], 260, '#ffc878'),
  shape('M1120 690H1300L1284 800Q1210 816 1136 800Z', pen.fade(['#c9653c', '#7a3527'], [1, 0.3])), rect([1106, 676, 208, 20], '#e08a5a'), oval([1210, 678, 96, 13], '#5a2a1f'), line('M1300 716Q1356 726 1330 764Q1316 782 1290 776', '#a84f30', 13),
  times(3, (at) => line(`M${1170 + at * 40} 664q-18 -34 0 -62t0 -62`, 'rgba(255,240,215,.45)', 7)),
  rect([330, 742, 300, 34], '#2f5d62'), rect([346, 710, 270, 32], '#c9a14e'), rect([338, 682, 250, 28], '#8c3f33'), rect([338, 688, 250, 4], '#e8d9b8'), rect([346, 732, 270, 3], '#fff2cf', 0.6),
].join(''));

export const town: Readonly<Record<string, string>> = {
  'harbin-dusk': harbinDusk,
  'floating-market': floatingMarket,
  'covered-market': coveredMarket,
  'village-oven': villageOven,
  'tin-roof-rain': tinRoofRain,
  'rain-window': rainWindow,
};
