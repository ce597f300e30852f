import type { Translation } from '../catalogue.ts';
import type { radius as english } from '../en/radius.ts';

export const radius: Translation<typeof english> = {};
