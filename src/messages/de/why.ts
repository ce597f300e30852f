import type { Translation } from '../catalogue.ts';
import type { why as english } from '../en/why.ts';

export const why: Translation<typeof english> = {};
