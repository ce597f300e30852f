import { describe, expect, it } from 'vitest';
import { after, build, edit, on, opened } from '#engine/workspace/operations/fixture.ts';
import type { Action } from '#engine/workspace/action.ts';
import { execute } from '#engine/docker/index.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { proofOf } from './proof-of.ts';

const typed = (line: string): Action => ({ type: 'command', line });
const changed = (workspace: Workspace) => proofOf(workspace).builds.map(({ changes }) => changes.map(({ op, path }) => `${op} ${path}`));
const outcomes = (workspace: Workspace) => proofOf(workspace).builds.map(({ steps }) => steps.filter(({ kind }) => kind !== 'base').map(({ outcome }) => outcome));

describe('the proof of a workspace', () => {
  it('has the builds of the machine that is sat at, each with what changed since the one before', () => {
    const workspace = after(opened(), build(), edit('main.txt', 'other\n'), on('ci'), build(), on('laptop'), edit('deps.txt', 'b\n'), build());
    expect(changed(workspace)).toEqual([
      ['file Dockerfile', 'file deps.txt', 'file main.txt'],
      ['file deps.txt', 'file main.txt'],
    ]);
    expect(proofOf(workspace).builds.map(({ number }) => number)).toEqual([1, 3]);
    expect(proofOf(after(workspace, on('ci'))).builds.map(({ number, fresh }) => [number, fresh])).toEqual([[2, true]]);
  });

  it('lays out on a runner what its checkout leaves', () => {
    const [only] = proofOf(after(opened(), on('ci2'), build())).builds;
    expect(only!.changes).toContainEqual(expect.objectContaining({ op: 'file', path: 'main.txt', mode: 0o664 }));
  });

  it('expects what the builder would print, and what is found by content again', () => {
    const workspace = after(opened(), build(), build(), edit('main.txt', 'other\n'), build());
    expect(outcomes(workspace)).toEqual([
      ['run', 'run', 'run', 'run', 'run', 'run'],
      ['cached', 'cached', 'cached', 'cached', 'cached', 'cached'],
      ['cached', 'cached', 'cached', 'run', 'run', 'run'],
    ]);
  });

  it('empties the cache where that was done, and says what it leaves out', () => {
    const workspace = after({ ...opened(), execute }, build(), { type: 'prune' }, build(), typed('docker builder prune -af'), build(), { type: 'wait', duration: 86_400_000 }, typed('docker pull alpine:3.20'), build());
    const { builds } = proofOf(workspace);
    expect(builds.map(({ fresh }) => fresh)).toEqual([false, true, true, false]);
    expect(builds.map(({ notes }) => notes.map(({ id }) => id))).toEqual([[], [], [], ['prove.typed', 'prove.waited']]);
  });

  it('tells builds that nothing can be said about', () => {
    const old: Action = { type: 'builder', settings: { strategy: 'classic', driver: 'docker', imageStore: 'overlay2' } };
    expect(proofOf(after(opened(), old, build())).builds.map(({ unproved }) => unproved)).toEqual([{ run: false, because: { id: 'prove.classic' } }]);
    expect(proofOf(after({ ...opened(), execute }, typed('docker build .'), typed('docker build -f Dockerfile /tmp/x || docker build - < Dockerfile'))).builds[0]!.unproved).toBeUndefined();
    const moves = { files: { Dockerfile: { text: 'FROM alpine:latest\nRUN echo hello > /hello\n' } }, moves: [{ tag: 'alpine:latest', day: '2026-09-03' }], begins: Date.UTC(2026, 8, 1) };
    const moved = after(opened(moves), build(), { type: 'wait', duration: 7 * 86_400_000 }, build());
    expect(proofOf(moved).builds.map(({ unproved }) => unproved?.because.id)).toEqual([undefined, 'prove.moved']);
  });

  it('compares no build of which an option is left out, and says which', () => {
    const [only] = proofOf(after(opened(), { type: 'options', options: { contexts: { home: './../..' } } }, build())).builds;
    expect(only!.unproved).toEqual({ run: true, because: { id: 'prove.options-left' } });
    expect(only!.notes).toEqual([{ id: 'prove.option-left', values: { option: '--build-context home' } }]);
  });

  it('knows which steps hang on what a modelled command wrote: those that copy it, and all after them', () => {
    const Dockerfile = { text: 'FROM golang:1.22 AS build\nCOPY . /src\nRUN cd /src && go build -o /app .\nCOPY deps.txt /later\nFROM alpine:3.20\nCOPY deps.txt /\nCOPY --from=build /app /app\nRUN ls /app\n' };
    const files = { Dockerfile, 'go.mod': { text: 'module example.com/a\n\ngo 1.22\n' }, 'main.go': { text: 'package main\n\nfunc main() {}\n' }, 'deps.txt': { text: '' } };
    const [only] = proofOf(after(opened({ files }), build())).builds;
    expect(only!.steps.filter(({ rests }) => rests !== 'exact').map(({ name }) => name.replace(/^.*\] /, ''))).toEqual(['COPY --from=build /app /app', 'RUN ls /app']);
    expect(only!.steps.filter(({ kind }) => kind === 'command').map(({ name }) => name.replace(/^.*\] /, ''))).toEqual(['RUN cd /src && go build -o /app .']);
  });
});
