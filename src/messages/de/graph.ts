import type { Translation } from '../catalogue.ts';
import type { graph as english } from '../en/graph.ts';

export const graph: Translation<typeof english> = {};
