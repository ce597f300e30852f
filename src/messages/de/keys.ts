import type { Translation } from '../catalogue.ts';
import type { keys as english } from '../en/keys.ts';

export const keys: Translation<typeof english> = {};
