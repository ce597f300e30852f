/** Saved work in forms that earlier versions wrote, in the form of today. Read for ever: somebody's work may lie in one. */

/** Version 1 had a line of actions and what was undone of it, latest last. Anything else is given as it is. */
export function inFormOfToday(value: unknown): unknown {
  if (!isFirstForm(value)) return value;
  const { scenario, actions, undone } = value.log;
  const nodes = [...actions, ...undone.toReversed()].map((action, id) => ({ action, parent: id - 1 }));
  return { ...value, version: 2, log: { scenario, nodes, at: actions.length - 1, tip: nodes.length - 1 } };
}

interface FirstForm {
  readonly version: 1;
  readonly log: { readonly scenario: unknown; readonly actions: readonly unknown[]; readonly undone: readonly unknown[] };
}

function isFirstForm(value: unknown): value is FirstForm {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1 || !('log' in value)) return false;
  const { log } = value;
  return typeof log === 'object' && log !== null && 'actions' in log && Array.isArray(log.actions) && 'undone' in log && Array.isArray(log.undone);
}
