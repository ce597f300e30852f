export const layers = {
  'layers.tab': 'Layers',
} as const;
