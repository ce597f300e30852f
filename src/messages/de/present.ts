import type { Translation } from '../catalogue.ts';
import type { present as english } from '../en/present.ts';

export const present: Translation<typeof english> = {};
