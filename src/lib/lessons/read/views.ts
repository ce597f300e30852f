/** Views that `::look{view=…}` may name: the graph, the panels that are always there, and each view of `src/lib/views`. */
export const views: readonly string[] = ['graph', 'log', 'problems', 'why', 'advice', 'duel', 'history', 'layers', 'predict', 'radius', 'registry', 'terminal', 'timeline'];
