import type { Attack } from './attack';
import { a1 } from './attacks/a1-bots';
import { a2 } from './attacks/a2-honest-minutes';
import { a3 } from './attacks/a3-half-on-top';
import { a4, self } from './attacks/a4-own-posts';
import { a5 } from './attacks/a5-bribed';
import { a6 } from './attacks/a6-trials';
import { a7 } from './attacks/a7-coupons';
import { a8 } from './attacks/a8-forty-names';
import { a9 } from './attacks/a9-stolen-cards';
import { merge, names, split } from './attacks/a10-split-and-merge';
import { a12 } from './attacks/a12-padding';
import { a13, type Forged } from './attacks/a13-beat-forgery';
import { a14 } from './attacks/a14-refund';
import { f1 } from './attacks/f1-mail-bots';
import { f2 } from './attacks/f2-phones';
import { f3 } from './attacks/f3-identities';
import { f4 } from './attacks/f4-ring';
import { f6 } from './attacks/f6-read-to-earn';
import { f7 } from './attacks/f7-tip-exchange';
import { f8 } from './attacks/f8-post-spam';
import { f9 } from './attacks/f9-sleepers';
import { f10 } from './attacks/f10-value-shock';

/** All attacks; `forged` is what forged beats are credited. */
export const attacksWith = (forged: Forged): readonly Attack[] => [
  ...[a1, a2, a3, a4, self, a5, a6, a7, a8, a9, split, merge, names, a12, a13(forged), a14],
  ...[f1, f2, f3, f4, f6, f7, f8, f9, f10],
];

/** Every second by the clock, which is the most that there is. */
export const EVERY_SECOND: Forged = { credited: 1, elapsed: 1 };
