/** English: the measure of all other languages. One file an area, its ids begin with the area's name. */
import { en as first } from './first.ts';
import { later } from './later.ts';

export const en = { ...first, ...later } as const;
