import { area, group, line, oval, picture, rect, shape, times, type Pen, type Point } from './pen';

function books(pen: Pen, [x, y, width]: readonly [number, number, number], height: number): string {
  let at = x;
  let row = '';
  while (at < x + width - 12) {
    const thick = Math.min(pen.between(10, 30), x + width - at);
    const tall = height * pen.between(0.66, 0.96);
    const colour = pen.pick(['#8c3f33', '#2f5d62', '#c9a14e', '#4b5b3a', '#6b3f5c', '#d9c7a0', '#3b4a6b', '#a8623c', '#5c4632']);
    row += rect([at, y + height - tall, thick - 1.5, tall], colour) + (thick > 15 ? rect([at + 3, y + height - tall * 0.84, thick - 7.5, 4], '#f0dfb4', 0.6) : '');
    at += thick;
  }
  return row;
}

const library = picture('library', ['#3a2620', '#54362a', '#6b4530', '#3d271f'], (pen) => [
  shape('M610 700V330Q620 110 800 104Q980 110 990 330V700Z', '#2a1a16'), shape('M630 690V336Q642 132 800 126Q958 132 970 336V690Z', pen.fade(['#fbe9b8', '#f6c98a', '#d98f5e'])),
  shape('M630 690V590Q700 540 790 600T970 580V690Z', '#b5764f', 0.55),
  line('M800 126V690M630 340H970M636 500H966', '#2a1a16', 9),
  ...[60, 1030].map((left) => rect([left, 40, 510, 700], '#2e1c17') + times(6, (row) => books(pen, [left + 16, 52 + row * 114, 478], 98) + rect([left, 150 + row * 114, 510, 14], '#7a5236'))),
  area([[640, 690], [960, 690], [1340, 900], [260, 900]], pen.fade(['#ffe3a0', '#8a5a38']), 0.4),
  pen.glow([800, 330], 520, '#ffe6a8'),
  rect([0, 738, 1600, 162], pen.fade(['#5b3a2a', '#2b1a15'])), times(8, (at) => line(`M${800 + (at - 3.5) * 110} 740L${800 + (at - 3.5) * 320} 900`, '#3a241b', 3)),
  area([[650, 742], [950, 742], [1160, 900], [440, 900]], '#f6c98a', 0.28),
  line('M450 92L360 800M520 92L450 800', '#a5743f', 12), times(10, (at) => line(`M${446 - at * 9} ${160 + at * 64}H${516 - at * 7}`, '#a5743f', 9)),
  oval([1010, 846, 110, 14], '#1c110e', 0.6), line('M1010 840V760', '#b9b2a4', 14), rect([960, 832, 100, 12], '#b9b2a4'),
  `<rect x="925" y="704" width="170" height="62" rx="18" fill="#8c2f2c"/><rect x="1050" y="560" width="46" height="170" rx="20" fill="#a33a34"/>`, rect([920, 672, 140, 18], '#b9b2a4'),
].join(''));

const kitchenWindow = picture('kitchen-window', ['#d9b58c', '#c49a74', '#9b7458', '#6b4c3f'], (pen) => [
  times(9, (row) => times(19, (column) => rect([column * 86 + (row % 2) * 0, 40 + row * 62, 82, 58], pen.pick(['#e6d2ae', '#dfc8a0', '#e9d8b8', '#d9c096']), 0.55))),
  rect([520, 90, 560, 420], '#4a3028'), rect([540, 110, 520, 380], pen.fade(['#2d3a66', '#8a5f86', '#f0a070', '#ffd69a'])),
  times(9, (at) => rect([540 + at * 58, 420 - pen.next() * 70, 56, 110], '#3a2b45') + rect([554 + at * 58, 446, 9, 12], '#ffd98f', 0.8)), rect([540, 488, 520, 4], '#3a2b45'),
  line('M800 110V490M540 290H1060', '#4a3028', 12), rect([500, 506, 600, 26], '#7a5236'),
  oval([620, 488, 30, 22], '#f2c83e'), oval([672, 490, 28, 21], '#e9b72f'), shape('M960 506L950 440H1020L1010 506Z', '#b4573a'), times(9, () => line(`M985 442q${pen.between(-40, 40).toFixed(0)} -30 ${pen.between(-60, 60).toFixed(0)} -${pen.between(40, 90).toFixed(0)}`, '#4f7a45', 6)),
  line('M60 150H460M1140 150H1540', '#3a2a26', 8),
  times(8, (at) => {
    const x = (at < 4 ? 110 : 840) + at * 96;
    const size = 34 + (at % 4) * 7;
    return line(`M${x} 152V${200 + size}`, '#3a2a26', 6) + oval([x, 214 + size * 1.6, size, size], pen.fade(['#e39a5c', '#8a4526'], [1, 1])) + oval([x, 214 + size * 1.6, size * 0.72, size * 0.72], '#a85a30', 0.55);
  }),
  rect([0, 690, 1600, 210], pen.fade(['#4b3a38', '#241b1c'])), rect([0, 682, 1600, 18], '#8d8078'),
  pen.glow([800, 700], 300, '#ffb35c'),
  times(9, (at) => shape(`M${716 + at * 21} 690q9 -30 0 -40q20 14 12 40Z`, '#6fb5e0', 0.9)),
  rect([640, 534, 320, 122], pen.fade(['#5b7f8a', '#2c4a55'], [1, 0.2])), oval([800, 656, 160, 18], '#2c4a55'), oval([800, 534, 166, 24], '#86a7ae'), oval([800, 532, 148, 17], '#d98a3c'), line('M640 566H596M960 566H1004', '#2c4a55', 16), line('M860 530L960 420', '#b08a5c', 13),
  times(4, (at) => line(`M${724 + at * 50} 512q-26 -50 0 -92t0 -96`, 'rgba(255,248,232,.5)', 13)),
  rect([170, 664, 320, 20], '#b98a58'), times(6, (at) => oval([210 + at * 36, 652, 19, 14], at % 2 === 0 ? '#d8652f' : '#e9d9b0')), line('M400 656L480 640', '#d5d8d8', 11),
  times(4, (at) => rect([1150 + at * 78, 604 - (at % 2) * 16, 58, 80 + (at % 2) * 16], ['#7d8f3c', '#b4573a', '#d9a441', '#5c7a82'][at] ?? '#7d8f3c', 0.92) + rect([1146 + at * 78, 594 - (at % 2) * 16, 66, 14], '#5a3a28')),
].join(''));

const cupboardLight = picture('cupboard-light', ['#e5d8c0', '#cdbb9d', '#a48e72'], (pen) => [
  times(34, (at) => rect([at * 48, 0, 2, 900], '#b7a484', 0.5)),
  area([[0, 190], [1600, 900], [1600, 1000], [0, 1000]], '#7d6550', 0), area([[120, 900], [120, 820], [1600, 90], [1600, 900]], pen.fade(['#c7ad88', '#8a7055'])),
  times(11, (at) => area([[1600 - at * 142, 90 + at * 72], [1458 - at * 142, 90 + at * 72], [1458 - at * 142, 162 + at * 72]], '#6b503b') + rect([1448 - at * 142, 84 + at * 72, 160, 16], '#8f6c4c') + line(`M${1530 - at * 142} ${84 + at * 72}V${-110 + at * 72}`, '#5c4433', 9)),
  line('M1620 -150L-60 704', '#5c4433', 22),
  area([[900, 900], [900, 470], [1240, 300], [1240, 900]], '#17120f'),
  pen.glow([1070, 700], 230, '#7ed08f'),
  rect([930, 770, 300, 16], '#7a5a3c'),
  `<rect x="970" y="610" width="130" height="160" rx="8" fill="#3a4347"/>`, times(7, (at) => rect([986, 630 + at * 15, 62, 5], '#1e2527')), oval([1076, 640, 8, 8], '#8ff0a4'), oval([1076, 668, 8, 8], '#8ff0a4'), rect([986, 745, 98, 6], '#1e2527'),
  line('M1100 740Q1170 730 1180 830T1240 880', '#2a2320', 6), line('M1190 900L1150 430', '#a5805a', 10),
  area([[1240, 300], [1440, 250], [1440, 900], [1240, 900]], pen.fade(['#a88a64', '#7d6142'], [1, 0])), oval([1272, 640, 9, 9], '#d9b45c'),
  area([[1290, 400], [1390, 384], [1390, 560], [1290, 568]], '#fbf6e6'), times(6, (at) => line(`M${1304} ${430 + at * 21}L${1374 - (at % 3) * 14} ${422 + at * 20}`, '#8b7a66', 3.5)),
  rect([0, 868, 1600, 32], '#5c4433'), times(7, (at) => line(`M${at * 250} 868V900`, '#3f2e22', 3)),
  area([[900, 868], [1240, 868], [1100, 900], [700, 900]], '#7ed08f', 0.18),
  rect([250, 250, 190, 240], '#6b503b'), rect([266, 266, 158, 208], pen.fade(['#c9dcd8', '#7fa39a'])), shape('M266 474V420Q330 370 380 410T424 400V474Z', '#4f7a5c'),
].join(''));

function press(pen: Pen, [x, y]: Point, radius: number): string {
  return oval([x, y, radius, radius], pen.fade(['#6e7a80', '#2d363c'], [1, 1])) + oval([x, y, radius * 0.82, radius * 0.82], pen.fade(['#96a2a6', '#475259'], [1, 1])) + oval([x, y, radius * 0.16, radius * 0.16], '#1d2327') + times(6, (at) => line(`M${x} ${y}L${(x + Math.cos(at * 1.047) * radius * 0.74).toFixed(0)} ${(y + Math.sin(at * 1.047) * radius * 0.74).toFixed(0)}`, '#39444b', 5));
}

const printingPress = picture('printing-press', ['#2a2326', '#4a3a35', '#6b5040', '#2b2224'], (pen) => [
  times(4, (at) => area([[180 + at * 400, 0], [300 + at * 400, 0], [420 + at * 400, 760], [140 + at * 400, 760]], '#ffdf9e', 0.1) + area([[190 + at * 400, 60], [290 + at * 400, 60], [264 + at * 400, 16], [216 + at * 400, 16]], '#1c1719') + oval([240 + at * 400, 64, 48, 9], '#fff0c4')),
  rect([0, 770, 1600, 130], pen.fade(['#3d302c', '#191416'])),
  rect([150, 250, 80, 540], '#252b2f'), rect([760, 210, 90, 580], '#252b2f'), rect([1340, 250, 80, 540], '#252b2f'), rect([120, 730, 1330, 60], '#1d2327'), rect([150, 236, 1270, 34], '#323b41'),
  area([[300, 400], [560, 330], [566, 342], [306, 416]], '#f3ead2'), area([[560, 336], [760, 520], [750, 530], [548, 346]], '#e6dabb'), area([[744, 520], [980, 376], [988, 388], [756, 534]], '#f6eed8'), area([[980, 374], [1200, 560], [1190, 572], [972, 388]], '#e6dabb'), area([[1190, 556], [1580, 650], [1580, 668], [1186, 574]], '#f6eed8'),
  press(pen, [300, 520], 120), press(pen, [560, 420], 92), press(pen, [560, 620], 88), press(pen, [760, 610], 88), press(pen, [980, 462], 92), press(pen, [980, 650], 74), press(pen, [1200, 650], 92),
  times(11, (at) => group(`transform="translate(${1230 + at * 34} ${577 + at * 8.2})"`, rect([0, 0, 22, 3], '#5a5248') + rect([0, 5, 16, 2.4], '#8a8072'))),
  times(9, (at) => rect([1440, 760 - at * 13, 150, 11], at % 2 === 0 ? '#f3ead2' : '#d9ccab')),
  times(4, (at) => oval([1370, 300 + at * 40, 10, 10], ['#e3503e', '#f0b83e', '#7fc98a', '#39444b'][at] ?? '#39444b')),
  group('transform="translate(90 640)"', oval([0, 158, 50, 10], '#0f0c0d', 0.6) + shape('M-34 150V20Q-30 -24 0 -28Q30 -24 34 20V150Z', '#2f4d6b') + oval([0, -56, 24, 28], '#a5744f') + shape('M-28 -62Q0 -106 28 -62Z', '#d9ccab') + line('M26 10L92 -40', '#2f4d6b', 20)),
].join(''));

const coffeeMorning = picture('coffee-morning', ['#e9d5b8', '#d8b893', '#b58d6b'], (pen) => [
  shape('M150 640V320Q170 90 400 84Q630 90 650 320V640Z', '#8a5f45'), shape('M180 620V326Q198 122 400 114Q602 122 620 326V620Z', pen.fade(['#fff6dc', '#fde0a8', '#f4bd86'])),
  times(6, (at) => rect([190 + at * 74, 470 - pen.next() * 80, 70, 160], pen.pick(['#d9a67c', '#cf9770', '#e3b78e']))), shape('M300 470Q350 400 400 470V620H300Z', '#d09a6f'), oval([350, 420, 8, 22], '#b9814f'),
  line('M400 114V620M180 370H620', '#8a5f45', 9), rect([120, 624, 560, 28], '#7a4f38'),
  area([[190, 640], [620, 640], [1380, 900], [700, 900]], '#fff0c4', 0.4),
  times(4, (row) => times(9, (column) => group(`transform="translate(${880 + column * 84} ${120 + row * 84})"`, rect([0, 0, 80, 80], row % 2 === column % 2 ? '#e8dcc0' : '#dfcfae') + shape('M40 8L52 40L40 72L28 40Z', '#3f7a86', 0.8) + shape('M8 40L40 28L72 40L40 52Z', '#c4693f', 0.7) + oval([40, 40, 7, 7], '#f3e7c8')))),
  rect([0, 690, 1600, 210], pen.fade(['#a5653f', '#5d3524'])), rect([0, 684, 1600, 14], '#c98a5a'),
  oval([840, 728, 210, 20], '#3a2016', 0.4), rect([730, 650, 220, 70], pen.fade(['#5a5350', '#2b2726'])), times(7, (at) => shape(`M${766 + at * 22} 650q8 -26 0 -36q18 12 12 36Z`, '#f08a3c', 0.9)), rect([716, 604, 248, 12], '#2b2726'),
  shape('M770 604Q752 540 800 500L790 450H890L880 500Q928 540 910 604Z', pen.fade(['#e8a860', '#9b5528'], [1, 0.3])), shape('M790 450L770 436H896L890 450Z', '#c47f3f'), line('M896 470L1080 396', '#4a2c1e', 17), oval([838, 446, 48, 9], '#3b1f14'),
  times(3, (at) => line(`M${812 + at * 28} 424q-22 -44 0 -84t0 -80`, 'rgba(255,250,238,.65)', 9)),
  oval([1270, 790, 250, 34], '#c9a14e'), oval([1270, 784, 236, 28], '#e0bd6c'),
  times(4, (at) => group(`transform="translate(${1120 + at * 100} ${776 + (at % 2) * 14})"`, shape('M-34 -50H34Q32 4 0 6Q-32 4 -34 -50Z', '#fbf6ea') + oval([0, -50, 34, 9], at === 3 ? '#e9e0cc' : '#4a2616') + line('M-30 -30H30', '#3f7a86', 5))),
  pen.glow([400, 330], 420, '#fff4d2'),
].join(''));

function wheel([x, y]: Point, radius: number): string {
  const spoke = (at: number) => `M${x} ${y}L${(x + Math.cos(at * 0.2244) * radius).toFixed(0)} ${(y + Math.sin(at * 0.2244) * radius).toFixed(0)}`;
  return times(28, (at) => line(spoke(at), '#b9b4a8', 1.3)) + `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#1f1b1a" stroke-width="13"/><circle cx="${x}" cy="${y}" r="${radius - 10}" fill="none" stroke="#c9c2b2" stroke-width="5"/>` + oval([x, y, 12, 12], '#5c564e');
}

const bicycleWorkshop = picture('bicycle-workshop', ['#c98a55', '#a8673f', '#6e432f', '#3f281f'], (pen) => [
  times(11, (row) => times(12, (column) => rect([column * 142 - (row % 2) * 71, row * 66, 138, 62], pen.pick(['#b5734a', '#a96a43', '#bd7d52', '#9f613d']), 0.6))),
  area([[120, 0], [330, 0], [900, 760], [60, 760]], '#ffe6b0', 0.2),
  rect([930, 90, 590, 330], '#4b5b4a'), rect([930, 90, 590, 10], '#7a5236'),
  times(9, (at) => { const x = 980 + at * 60; const long = 90 + ((at * 37) % 80); return line(`M${x} 140V${140 + long}`, '#2f3a30', 17) + (at === 5 ? '' : line(`M${x} 142V${130 + long}`, pen.pick(['#d5d0c2', '#c9a14e', '#b4503e']), 9) + oval([x, 142, 13, 13], '#d5d0c2') + oval([x, 142, 6, 6], '#4b5b4a')); }),
  times(5, (at) => `<circle cx="${1010 + at * 105}" cy="352" r="${26 + (at % 3) * 8}" fill="none" stroke="#c9c2b2" stroke-width="6" stroke-dasharray="7 4"/>`),
  rect([0, 760, 1600, 140], pen.fade(['#4a3329', '#221814'])), rect([1040, 620, 560, 26], '#8a5f3e'), rect([1080, 646, 24, 160], '#5a3d28'), rect([1540, 646, 24, 160], '#5a3d28'),
  times(5, (at) => rect([1130 + at * 84, 566 - (at % 2) * 14, 62, 54 + (at % 2) * 14], ['#b4503e', '#d9c7a0', '#2f5d62', '#c9a14e', '#6b7a5c'][at] ?? '#b4503e') + rect([1130 + at * 84, 586, 62, 13], '#f3e7c8', 0.8)),
  line('M560 180V820M470 824H650M560 300H640', '#2b2422', 17),
  wheel([330, 560], 150), wheel([820, 560], 150),
  line('M330 560L460 350L700 350L560 560ZM460 350L560 560M436 310L470 366', '#2f6470', 15), line('M820 560L690 310', '#2f6470', 15), line('M690 312L664 276H734', '#2b2422', 12), line('M400 304H472', '#2b2422', 21), `<circle cx="560" cy="560" r="40" fill="none" stroke="#d5d0c2" stroke-width="9" stroke-dasharray="9 4"/>`, line('M560 560L598 620M582 622H616', '#d5d0c2', 9), line('M560 520L330 542M560 600L330 578', '#2b2422', 4),
  wheel([960, 720], 110),
  line('M800 0V120', '#2b2422', 5), area([[740, 170], [860, 170], [826, 112], [774, 112]], '#2f5d4a'), pen.glow([800, 190], 420, '#ffe2a0'), oval([800, 172, 40, 11], '#fff6d8'),
].join(''));

const queueOfBoxes = picture('queue-of-boxes', ['#e9e0bd', '#cfd3a6', '#9eb183', '#5f7a58', '#33472f'], (pen) => {
  const papers: readonly (readonly [string, string])[] = [['#e3b071', '#b57d45'], ['#d98a5c', '#a65a38'], ['#8fb0a0', '#587d70'], ['#e8d08a', '#bd9d50'], ['#b9a0b0', '#866a80']];
  const parcel = (at: number) => {
    const near = (at / 8) ** 1.5;
    const [light, dark] = papers[at % papers.length] ?? ['#e3b071', '#b57d45'];
    const front = rect([-70, -120, 140, 120], light) + area([[70, -120], [110, -150], [110, -36], [70, 0]], dark) + area([[-70, -120], [-30, -150], [110, -150], [70, -120]], '#f6e6c0');
    const tape = rect([-12, -120, 24, 120], '#fff6dc', 0.5) + rect([-56, -64, 36, 30], '#fffaf0') + line('M-50 -54H-28M-50 -46H-34', '#7a6a50', 2.5);
    return group(`transform="translate(${(1336 - near * 1040).toFixed(0)} ${(432 + near * 396).toFixed(0)}) scale(${(0.2 + near * 1.2).toFixed(2)})"`, oval([14, 4, 110, 13], '#22301f', 0.35) + front + tape);
  };
  return [
    pen.glow([1330, 300], 420, '#fffbe0'),
    times(7, (at) => rect([1560 - at * at * 44, 130 - at * 20, 10 + at * 7, 330 + at * 60], '#7f9870', 0.28)),
    area([[1300, 424], [1390, 424], [640, 900], [-260, 900], [-200, 760]], pen.fade(['#7f9068', '#2b3b28'])),
    times(24, (at) => { const near = (at / 24) ** 1.6; return line(`M${(1312 - near * 1480).toFixed(0)} ${(428 + near * 420).toFixed(0)}L${(1392 - near * 700).toFixed(0)} ${(428 + near * 450).toFixed(0)}`, '#a9b98c', 1 + near * 3); }),
    line('M1300 424L-240 800', '#d9dcae', 5), line('M1390 424L650 900', '#1f2c1d', 9),
    times(9, parcel),
    pen.glow([1330, 400], 260, '#fffbe0'),
    times(70, () => oval([pen.next() * 1600, pen.next() * 700, pen.between(1, 3), pen.between(1, 3)], '#fffbe0', 0.5)),
  ].join('');
});

export const rooms: Readonly<Record<string, string>> = {
  library,
  'kitchen-window': kitchenWindow,
  'cupboard-light': cupboardLight,
  'printing-press': printingPress,
  'coffee-morning': coffeeMorning,
  'bicycle-workshop': bicycleWorkshop,
  'queue-of-boxes': queueOfBoxes,
};
