import type { Translation } from '../catalogue.ts';
import type { registry as english } from '../en/registry.ts';

export const registry: Translation<typeof english> = {
  'registry.tab': 'Registry',
};
