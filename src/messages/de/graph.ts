import type { Translation } from '../catalogue.ts';
import type { graph as english } from '../en/graph.ts';

export const graph: Translation<typeof english> = {
  'graph.guess-open': 'Tipp?',
  'graph.guess-hit': 'Tipp: im Cache',
  'graph.guess-miss': 'Tipp: neu gebaut',
  'graph.guess-key-hit': 'bleibt im Cache',
  'graph.guess-key-miss': 'wird neu gebaut',
  'graph.guess-name': 'Build-Graph ohne Ergebnis. {marked} von {n, plural, one {# Schritt} other {# Schritten}} markiert. H steht für „im Cache“, M für „neu gebaut“.',
  'graph.guess-said-hit': 'Schritt {step} von {stage}: Tipp „bleibt im Cache“.',
  'graph.guess-said-miss': 'Schritt {step} von {stage}: Tipp „wird neu gebaut“.',
};
