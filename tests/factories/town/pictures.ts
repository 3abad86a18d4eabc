import { land } from './pictures/land';
import { rooms } from './pictures/rooms';
import { shore } from './pictures/shore';
import { town } from './pictures/town';

/** SVG drawings by name, made for this project; 1600 by 900. */
export const pictures: Readonly<Record<string, string>> = { ...shore, ...land, ...town, ...rooms };
