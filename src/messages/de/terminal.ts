import type { Translation } from '../catalogue.ts';
import type { terminal as english } from '../en/terminal.ts';

export const terminal: Translation<typeof english> = {
  'terminal.tab': 'Terminal',
};
