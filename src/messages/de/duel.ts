import type { Translation } from '../catalogue.ts';
import type { duel as english } from '../en/duel.ts';

export const duel: Translation<typeof english> = {};
