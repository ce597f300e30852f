export const registry = {
  'registry.tab': 'Registry',
} as const;
