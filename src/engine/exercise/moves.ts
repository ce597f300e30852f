/** How many moves an answer took: the count of golf. */
import { actionsOf, pathTo, rootNode } from '../workspace/log.ts';
import type { Machine } from '../workspace/machine.ts';
import type { State } from '../workspace/state.ts';
import { stateAt, type Workspace } from '../workspace/workspace.ts';

/** Changes since the start: a run of edits of one file is one move, builds by the button are free, and so are lines that only read. */
export function movesOf(workspace: Workspace): number {
  const { log } = workspace;
  const path = pathTo(log, log.at);
  return actionsOf(log).filter(({ type }, at) => {
    if (type === 'build' || type === 'recorded') return false;
    return type !== 'command' || changes(stateAt(workspace, path[at - 1] ?? rootNode), stateAt(workspace, path[at]!));
  }).length;
}

/** Whether a line left anything but its output behind in the project, the variables, the machines or the registries. */
function changes(before: State, after: State): boolean {
  const parts = ['context', 'registries', 'caches', 'options', 'builds'] as const;
  if (parts.some((part) => before[part] !== after[part])) return true;
  if (variables(before) !== variables(after)) return true;
  return [...after.machines.values()].some((machine) => machineChanged(before.machines.get(machine.name), machine));
}

/** But those that say where one is. */
const variables = ({ environment }: State): string => JSON.stringify(Object.entries(environment).filter(([name]) => name !== 'PWD' && name !== 'OLDPWD'));

function machineChanged(before: Machine | undefined, after: Machine): boolean {
  const parts = ['builder', 'builders', 'cache', 'classic', 'images', 'logins', 'containers', 'forgottenBuilds'] as const;
  return parts.some((part) => before?.[part] !== after[part]);
}
