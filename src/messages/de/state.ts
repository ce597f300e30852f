import type { Translation } from '../catalogue.ts';
import type { state as english } from '../en/state.ts';

export const state: Translation<typeof english> = {};
