/** A scene for the tests of this folder: a small Go-like project whose steps are real, on a laptop and a CI runner. */
import { resolveImage } from '../../registry/index.ts';
import type { Action } from '../action.ts';
import type { BuildExtras } from '../build-request.ts';
import type { Scenario } from '../scenario.ts';
import { currentMachine, type State } from '../state.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '../workspace.ts';

export const dockerfile = `FROM alpine:3.20 AS build
WORKDIR /src
COPY deps.txt .
RUN cp deps.txt /deps
COPY . .
RUN cat main.txt /deps > /app
FROM alpine:3.20
COPY --from=build /app /app
`;

export const scenario: Scenario = {
  slug: 'machines',
  title: 'Machines',
  about: 'A project for tests.',
  files: { Dockerfile: { text: dockerfile }, 'deps.txt': { text: 'a 1.0\n' }, 'main.txt': { text: 'main\n' } },
  dockerfile: 'Dockerfile',
  options: { tags: ['localhost:5000/me/app:1.0'] },
  begins: Date.UTC(2026, 8, 1),
  machines: [{ name: 'laptop' }, { name: 'ci', kind: 'runner' }, { name: 'ci2', kind: 'runner', umask: 0o002 }],
};

/** The workspace after some actions; none of them may be refused. */
export function after(from: Workspace, ...actions: readonly Action[]): Workspace {
  return actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(`${JSON.stringify(action)}: ${done.message.id}`);
    return done.workspace;
  }, from);
}

export const opened = (changes: Partial<Scenario> = {}): Workspace => openWorkspace({ ...scenario, ...changes }, resolveImage);

export const build = (extras: BuildExtras = {}): Action => ({ type: 'build', extras });
export const on = (name: string): Action => ({ type: 'machine', name });
export const edit = (path: string, text: string): Action => ({ type: 'write', path, text });

export const last = (workspace: Workspace) => currentState(workspace).builds.at(-1)!;
export const images = (state: State): readonly string[] => [...currentMachine(state).images.images.keys()].map((name) => name.replace(/@.*/, '@…'));

/** C or R for each step but FROM, in file order; the last build where none is given. */
export function steps(workspace: Workspace): string {
  const letters = { cached: 'C', rebuilt: 'R', failed: 'E', 'not-needed': '–', stopped: 'S' } as const;
  return last(workspace).record.steps.filter(({ keyword }) => keyword !== 'FROM').map(({ state }) => letters[state]).join(' ');
}
