/** Why the same commit is fast here and slow there: caches that travel to runners which begin with nothing, on a Go project. */
import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { BuildExtras } from '#engine/workspace/build-request.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';

const dockerfile = `FROM golang:1.22 AS deps
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
FROM deps AS build
COPY . .
RUN CGO_ENABLED=0 go build -o /app .
FROM gcr.io/distroless/static
COPY --from=build /app /app
`;

const scenario: Scenario = {
  slug: 'ci',
  title: 'CI',
  about: 'A project on runners.',
  files: {
    Dockerfile: { text: dockerfile },
    'go.mod': { text: 'module example.com/app\n\ngo 1.22\n\nrequire github.com/gorilla/mux v1.8.1\n' },
    'go.sum': { text: 'github.com/gorilla/mux v1.8.1 h1:TuBL49tXwgrFYWhqrNgrUNEY92u81SPhu7sTdzQEiWY=\ngithub.com/gorilla/mux v1.8.1/go.mod h1:AKf9I4AEqPTmMytcMc0KkNouC66V3BtZ4qD5fmWSiMQ=\n' },
    'main.go': { text: 'package main\n\nimport (\n\t"fmt"\n\n\t"github.com/gorilla/mux"\n)\n\nfunc main() {\n\tfmt.Println(mux.NewRouter())\n}\n' },
  },
  dockerfile: 'Dockerfile',
  options: { tags: ['localhost:5000/me/app:1.0'] },
  begins: Date.UTC(2026, 8, 1),
  machines: [{ name: 'ci', kind: 'runner' }, { name: 'other', kind: 'runner', umask: 0o002 }, { name: 'laptop' }],
};

const ref = 'localhost:5000/me/cache';
const from: BuildExtras = { cacheFrom: [{ type: 'registry', from: ref }] };
const to = (mode: 'min' | 'max'): BuildExtras => ({ cacheTo: [{ type: 'registry', to: ref, mode }] });
const build = (extras: BuildExtras = {}): Action => ({ type: 'build', extras });
const edit: Action = { type: 'write', path: 'main.go', text: `${scenario.files['main.go']!.text!}\nfunc init() { fmt.Println("new") }\n` };
const target = (name?: string): Action => ({ type: 'options', options: name === undefined ? {} : { target: name } });

function after(...actions: readonly Action[]): Workspace {
  return actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, openWorkspace(scenario, resolveImage));
}

/** What became of download, build and final. */
function lanes(workspace: Workspace): string {
  const { record } = currentState(workspace).builds.at(-1)!;
  expect(record.error).toBeUndefined();
  return ['RUN go mod download', 'RUN CGO_ENABLED=0 go build', 'COPY --from=build'].map((start) => (record.steps.find(({ text }) => text.startsWith(start))?.state === 'cached' ? 'C' : 'R')).join(' ');
}

/** The lanes of the table: what happened before, and how the runner builds. */
const columns: Readonly<Record<string, { readonly before: readonly Action[]; readonly then: Action }>> = {
  'a warm laptop': { before: [{ type: 'machine', name: 'laptop' }, build()], then: build() },
  'a new runner': { before: [build()], then: build() },
  min: { before: [build(to('min'))], then: build(from) },
  inline: { before: [build({ push: true, cacheTo: [{ type: 'inline' }] })], then: build({ cacheFrom: [{ type: 'registry', from: 'localhost:5000/me/app:1.0' }] }) },
  max: { before: [build(to('max'))], then: build(from) },
  'the target deps, min': { before: [target('deps'), build(to('min')), target()], then: build(from) },
};

describe('the same commit again', () => {
  it.each([
    ['a warm laptop', 'C C C'],
    ['a new runner', 'R R R'],
    ['min', 'C C C'],
    ['inline', 'C C C'],
    ['max', 'C C C'],
    ['the target deps, min', 'C R R'],
  ])('%s: download, build, final are %s', (name, expected) => {
    const { before, then } = columns[name]!;
    expect(lanes(after(...before, then))).toBe(expected);
  });
});

describe('the next commit', () => {
  it.each([
    ['a warm laptop', 'C R R'],
    ['a new runner', 'R R R'],
    ['min', 'R R R'],
    ['inline', 'R R R'],
    ['max', 'C R R'],
    ['the target deps, min', 'C R R'],
  ])('%s: download, build, final are %s', (name, expected) => {
    const { before, then } = columns[name]!;
    expect(lanes(after(...before, edit, then))).toBe(expected);
  });

  it('finds a cache mount empty on a new runner', () => {
    const mounted: Action = { type: 'write', path: 'Dockerfile', text: dockerfile.replace('RUN go mod', 'RUN --mount=type=cache,target=/go/pkg/mod go mod').replace('RUN CGO', 'RUN --mount=type=cache,target=/go/pkg/mod CGO') };
    const { builds } = currentState(after(mounted, build(to('max')), edit, build()));
    const time = (at: number) => {
      const { started = 0, completed = 0 } = builds[at]!.record.steps.find(({ text }) => text.includes('go mod download'))!;
      return completed - started;
    };
    expect(time(0)).toBeGreaterThan(500);
    expect(time(1)).toBe(time(0));
  });
});

describe('a runner with another umask', () => {
  const there: readonly Action[] = [build(to('max')), { type: 'machine', name: 'other' }, build(from)];

  it('misses what it copies, with nothing changed in the project, until the program is the same bytes', () => {
    expect(lanes(after(...there))).toBe('R R C');
  });

  it('misses under --chmod too, since the source’s mode is in the key', () => {
    const chmod: Action = { type: 'write', path: 'Dockerfile', text: dockerfile.replace('COPY go.mod', 'COPY --chmod=644 go.mod') };
    expect(lanes(after(chmod, ...there))).toBe('R R C');
  });

  it('hits where a stage made the modes equal before they are copied', () => {
    const text = dockerfile.replace('FROM golang:1.22 AS deps\n', 'FROM alpine:3.20 AS files\nCOPY . /s\nRUN chmod -R u=rwX,go=rX /s\nFROM golang:1.22 AS deps\n').replace('COPY go.mod', 'COPY --from=files /s/go.mod').replace('go.sum ./', '/s/go.sum ./').replace('COPY . .', 'COPY --from=files /s .');
    expect(lanes(after({ type: 'write', path: 'Dockerfile', text }, ...there))).toBe('C C C');
  });
});

describe('what an export costs', () => {
  it('is more with max than with min, and nothing that is in the registry travels again', () => {
    const sent = (...actions: readonly Action[]) => currentState(after(...actions)).builds.at(-1)!.record;
    const [min, max, plain] = [sent(build(to('min'))), sent(build(to('max'))), sent(build())];
    expect(min.duration).toBeGreaterThan(plain.duration);
    expect(max.duration).toBeGreaterThan(min.duration);
    expect(sent(build(to('max')), build({ ...from, ...to('max') })).duration).toBeLessThan(max.duration);
  });
});
