import type { Translation } from '../catalogue.ts';
import type { audience as english } from '../en/audience.ts';

export const audience: Translation<typeof english> = {};
