/** The build graph: its lanes, its lines, its legend and its text twin. */
export const graph = {
  'graph.guess-open': 'Your guess?',
  'graph.guess-hit': 'You say: cached',
  'graph.guess-miss': 'You say: rebuilt',
  'graph.guess-key-hit': 'stays cached',
  'graph.guess-key-miss': 'rebuilds',
  'graph.guess-name': 'Build graph, outcome hidden. {marked} of {n, plural, one {# step} other {# steps}} marked. H marks a step as cached, M as rebuilt.',
  'graph.guess-said-hit': 'Step {step} of {stage}: you say it stays cached.',
  'graph.guess-said-miss': 'Step {step} of {stage}: you say it will rebuild.',
} as const;
