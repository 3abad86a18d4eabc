import { area, group, line, oval, picture, rect, ridge, ripples, shape, times, type Pen, type Point } from './pen';

function crane(x: number, scale: number, colour: string): string {
  const legs = 'M0 0V-250M70 0V-250M-10 -150H80M0 -150L70 -250M70 -150L0 -250M-60 -250H190M20 -250V-330M20 -330L180 -252M20 -330L-56 -252';
  return group(`transform="translate(${x} 640) scale(${scale})"`, line(legs, colour, 8) + rect([90, -250, 26, 22], colour) + line('M103 -228V-130', colour, 2));
}

function boat(at: Point, colours: readonly [hull: string, trim: string], turn = 0): string {
  const [hull, trim] = colours;
  const body = shape('M-150 -40Q-120 40 -60 44H70Q130 36 170 -56Q60 -18 -150 -40Z', hull) + shape('M-150 -40Q60 -18 170 -56L166 -40Q60 -2 -146 -26Z', trim);
  return group(`transform="translate(${at[0]} ${at[1]}) rotate(${turn})"`, oval([10, 50, 150, 12], '#000', 0.18) + body);
}

const harbourCranes = picture('harbour-cranes', ['#d9e4cf', '#9fc0a8', '#5b8f86', '#2c5a5c'], (pen) => {
  const stack = (left: number) => times(9, (column) => times(1 + Math.floor(pen.next() * 4), (row) =>
    rect([left + column * 44, 616 - row * 24, 42, 22], pen.pick(['#c8643c', '#d9a441', '#2f5d62', '#7c9a6d', '#8c3f33', '#e3d8bd']), 0.92)));
  return [
    pen.glow([1180, 330], 420, '#fff4cf'),
    oval([1180, 330, 46, 46], '#fff8e0'),
    ridge(pen, { base: 560, height: 34 }, '#7ba597'),
    ridge(pen, { base: 600, height: 18, waves: 4 }, '#5b8a83'),
    crane(180, 1.15, '#1d3f44'), crane(520, 1.25, '#1a383d'), crane(900, 1.05, '#24494c'), crane(1290, 0.85, '#315a5a'),
    stack(60), stack(470), stack(860),
    rect([0, 640, 1600, 16], '#17333a'),
    rect([0, 656, 1600, 244], pen.fade(['#3b6d6c', '#1b3c44'])),
    ripples(pen, { box: [0, 664, 1600, 220], count: 130 }, '#cfe3cb'),
    ripples(pen, { box: [1080, 664, 220, 220], count: 60 }, '#fff4cf'),
    shape('M1060 690L1090 742H1500L1540 676L1500 690Z', '#7a2f2a'), rect([1420, 610, 76, 80], '#efe6d2'), rect([1434, 626, 48, 14], '#24494c'),
    times(8, (at) => rect([1110 + at * 37, 654, 35, 36], pen.pick(['#d9a441', '#2f5d62', '#c8643c', '#e3d8bd']))),
  ].join('');
});

const iceHouse = picture('ice-house', ['#a9d0cf', '#6fb0b4', '#3b8290', '#1d4c5e'], (pen) => [
  pen.glow([360, 180], 460, '#fdf6de'),
  times(5, (at) => oval([200 + at * 330, 130 + pen.next() * 110, 190, 16], '#ffffff', 0.22)),
  rect([0, 430, 1600, 220], pen.fade(['#4f9aa6', '#2a6878'])),
  ripples(pen, { box: [0, 436, 1600, 180], count: 120 }, '#dff1ec'),
  shape('M0 430Q140 372 330 430Z', '#2b6472', 0.8),
  shape('M0 690Q520 560 1600 610V900H0Z', pen.fade(['#d8c7a0', '#8f7a58'])),
  shape('M120 900L560 640H760L520 900Z', '#b39e76', 0.8),
  times(9, (at) => line(`M${150 + at * 46} ${886 - at * 28}L${530 + at * 26} ${886 - at * 28}`, '#8f7a58', 3)),
  area([[900, 330], [1220, 250], [1540, 330], [1540, 690], [900, 690]], pen.fade(['#fbf5e6', '#d9cfb8'], [1, 0.4])),
  area([[860, 346], [1220, 236], [1220, 206], [850, 322]], '#b4573a'), area([[1220, 236], [1580, 346], [1590, 322], [1220, 206]], '#96452f'),
  shape('M1110 690V520Q1170 460 1230 520V690Z', '#21566b'), line('M1170 496V690', '#17414f', 4), rect([1214, 598, 8, 26], '#d9a441'),
  times(26, () => rect([910 + pen.next() * 610, 370 + pen.next() * 300, pen.between(20, 60), 5], '#b9ad92', 0.35)),
  oval([720, 738, 330, 16], '#5d4a30', 0.35),
  rect([430, 668, 400, 16], '#5a3d28'), line('M830 676L960 712', '#5a3d28', 10),
  times(2, (at) => oval([520 + at * 210, 704, 40, 40], '#3b2819') + oval([520 + at * 210, 704, 29, 29], '#b99a68') + oval([520 + at * 210, 704, 8, 8], '#3b2819')),
  times(5, (at) => rect([440 + at * 76, 602 - (at % 2) * 4, 70, 66], pen.fade(['#f4fbfa', '#a9d5dc'], [1, 1]), 0.96) + area([[440 + at * 76, 602], [466 + at * 76, 590], [524 + at * 76, 590], [510 + at * 76, 602]], '#ffffff', 0.9)),
  times(70, () => rect([420 + pen.next() * 460, 720 + pen.next() * 60, pen.between(3, 9), 3], '#e8c987', 0.8)),
].join(''));

const lowTideFlats = picture('low-tide-flats', ['#f2d9c4', '#d9b8ac', '#9aa7b4', '#6a8797'], (pen) => [
  pen.glow([1120, 300], 380, '#fff2d6'),
  oval([1120, 300, 38, 38], '#fffaf0'),
  times(7, () => oval([pen.next() * 1600, pen.between(90, 260), pen.between(120, 300), pen.between(5, 13)], '#fff', 0.25)),
  ridge(pen, { base: 402, height: 12, waves: 3 }, '#74899a'),
  rect([0, 416, 1600, 484], pen.fade(['#b9a796', '#7d7068', '#453f41'])),
  shape('M1600 440C1200 430 1000 452 1060 480S1500 520 1180 566S420 560 520 640S1180 700 900 800S620 860 640 900H1080C1060 850 1360 800 1300 720S760 640 900 610S1600 580 1600 540Z', pen.fade(['#fff0da', '#b4c4cb', '#7f9aa8'])),
  shape('M0 500C200 490 330 512 240 548S0 590 0 590Z', '#d5d3cf', 0.8), shape('M0 720C160 700 300 740 260 800S120 880 160 900H0Z', '#a5b3bb', 0.7),
  ripples(pen, { box: [0, 430, 1600, 460], count: 150 }, '#f7e3cd'),
  boat([430, 716], ['#2f4d5c', '#c8643c'], -13), line('M420 690L350 520', '#4a3b34', 7), line('M352 524L520 690', '#4a3b34', 2),
  times(16, (at) => line(`M${1330 + at * 13} ${506 + (at % 3) * 3}v-${16 + (at % 4) * 6}`, '#3f3a3d', 3)),
  times(6, (at) => line(`M${700 + at * 52} ${210 + (at % 3) * 22}q9 -11 18 0q9 -11 18 0`, '#4c5866', 3)),
].join(''));

const boatsOnSand = picture('boats-on-sand', ['#f6cf93', '#ea9d6b', '#b9606a', '#5b3b63'], (pen) => [
  pen.glow([760, 420], 520, '#ffe9b0'),
  oval([760, 430, 74, 74], '#fff1c9'),
  rect([0, 470, 1600, 130], pen.fade(['#e08f6e', '#8b4e6a'])),
  ripples(pen, { box: [0, 474, 1600, 120], count: 110 }, '#ffe0a8'), ripples(pen, { box: [640, 474, 250, 120], count: 60 }, '#fff4d6'),
  shape('M0 620Q500 560 900 596T1600 570V900H0Z', pen.fade(['#c98a68', '#6b4052', '#3a2740'])),
  times(4, (at) => line(`M${180 + at * 360} 640V330`, '#33203a', 9) + (at < 3 ? times(9, (row) => line(`M${180 + at * 360} ${346 + row * 15}Q${360 + at * 360} ${420 + row * 24} ${540 + at * 360} ${346 + row * 15}`, '#33203a', 1.4)) + times(20, (column) => line(`M${190 + at * 360 + column * 18} ${352 + Math.sin((column / 19) * Math.PI) * 38}L${190 + at * 360 + column * 18} ${470 + Math.sin((column / 19) * Math.PI) * 70}`, '#33203a', 1.1)) : '')),
  boat([330, 730], ['#2b4f66', '#f0c27a'], -4), boat([820, 780], ['#a63f3a', '#f3dfb8'], 3), boat([1290, 720], ['#3d6b56', '#e9a35a'], -2),
  times(60, () => oval([pen.next() * 1600, pen.between(640, 890), pen.between(4, 26), 2], '#2d1e36', 0.25)),
].join(''));

const fogLighthouse = picture('fog-lighthouse', ['#dfe3e2', '#c3cbcd', '#9fabb2', '#7d8b95'], (pen) => [
  area([[1080, 300], [0, 120], [0, 430]], pen.fade(['#fff6d8', '#fff6d8'], [1, 0]), 0.35),
  area([[1080, 300], [0, 190], [0, 340]], '#fffbe9', 0.4),
  pen.glow([1080, 300], 240, '#fff3c4'),
  ridge(pen, { base: 610, height: 26 }, '#8e9aa3'),
  times(3, (at) => oval([300 + at * 420, 610 + at * 10, 640, 46], '#eef0ee', 0.5)),
  shape('M760 900Q860 640 1000 612L1180 600Q1400 660 1600 640V900Z', pen.fade(['#5e6a70', '#3c474f'])),
  area([[1036, 610], [1050, 344], [1110, 344], [1126, 610]], pen.fade(['#fbf8f0', '#b9bcbb'], [1, 0])),
  area([[1043, 480], [1047, 410], [1113, 410], [1118, 480]], '#b4503e'),
  rect([1036, 332, 88, 14], '#3c474f'), rect([1054, 276, 52, 56], '#ffedb0'), line('M1080 276V332M1054 304H1106', '#59646b', 3), shape('M1044 276Q1080 226 1116 276Z', '#8c3f33'),
  rect([1180, 556, 130, 62], '#e9e4d8'), area([[1168, 556], [1245, 516], [1322, 556]], '#8c3f33'), rect([1230, 580, 26, 38], '#59646b'),
  times(9, (at) => oval([pen.next() * 1600, 650 + at * 30, pen.between(380, 760), pen.between(26, 52)], '#f2f3f0', 0.42)),
  times(2, (at) => line(`M${420 + at * 90} ${690 + at * 26}v-44m-16 44h34`, '#4c5860', 3)),
].join(''));

function leaf(pen: Pen, mirrored: boolean): string {
  const bars = times(8, (at) => line(`M${at * 50} 0L${at * 50 + 25} -34L${at * 50 + 50} 0`, '#2d3a40', 4));
  const deck = rect([0, 0, 420, 26], pen.fade(['#44545a', '#2a363b'])) + line('M0 -34H400', '#2d3a40', 5) + bars;
  return group(`transform="translate(${mirrored ? 1130 : 470} 560) scale(${mirrored ? -1 : 1} 1) rotate(-56)"`, deck);
}

const basculeBridge = picture('bascule-bridge', ['#e9e0d0', '#cfd0c6', '#a3b6b8', '#7d99a2'], (pen) => [
  pen.glow([800, 330], 420, '#fff6da'),
  ridge(pen, { base: 500, height: 26, waves: 3 }, '#aebcba'), ridge(pen, { base: 545, height: 16, waves: 5 }, '#8fa3a5'),
  times(22, (at) => rect([at * 76, 516 - pen.next() * 26, pen.between(40, 78), 80], pen.pick(['#92a3a3', '#9dacaa', '#889b9d'])) + area([[at * 76 - 4, 510], [at * 76 + 30, 484], [at * 76 + 64, 510]], '#7f8f90', 0.7)),
  rect([0, 580, 1600, 320], pen.fade(['#a9bcbd', '#6d8a93', '#47646f'])),
  ripples(pen, { box: [0, 590, 1600, 300], count: 140 }, '#f3efe2'), ripples(pen, { box: [680, 590, 240, 300], count: 60 }, '#fffbe9'),
  rect([0, 556, 480, 34], '#3b484d'), rect([1120, 556, 480, 34], '#3b484d'), times(10, (at) => line(`M${at * 46 + 10} 556v-40M${1590 - at * 46} 556v-40`, '#3b484d', 4)), line('M0 518H470M1130 518H1600', '#3b484d', 5),
  leaf(pen, false), leaf(pen, true),
  ...[400, 1090].map((x) => area([[x, 820], [x + 14, 470], [x + 96, 470], [x + 110, 820]], pen.fade(['#b7a68b', '#76695a'], [1, 0])) + times(10, (row) => line(`M${x + 13 - row} ${500 + row * 32}H${x + 97 + row}`, '#6a5d4f', 2))),
  rect([1096, 380, 98, 92], '#8c4a3a'), area([[1082, 382], [1145, 336], [1208, 382]], '#4b3530'), rect([1112, 402, 66, 36], '#ffe2a0'), line('M1134 402V438M1156 402V438', '#4b3530', 3),
  times(3, (at) => oval([300 + at * 500, 640 + at * 60, 560, 24], '#f4f2ea', 0.34)),
].join(''));

export const shore: Readonly<Record<string, string>> = {
  'harbour-cranes': harbourCranes,
  'ice-house': iceHouse,
  'low-tide-flats': lowTideFlats,
  'boats-on-sand': boatsOnSand,
  'fog-lighthouse': fogLighthouse,
  'bascule-bridge': basculeBridge,
};
