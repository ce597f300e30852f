import type { Translation } from '../catalogue.ts';
import type { layers as english } from '../en/layers.ts';

export const layers: Translation<typeof english> = {
  'layers.tab': 'Layer',
};
