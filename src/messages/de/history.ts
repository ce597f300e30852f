import type { Translation } from '../catalogue.ts';
import type { history as english } from '../en/history.ts';

export const history: Translation<typeof english> = {};
