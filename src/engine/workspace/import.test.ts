import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, textOf, walk } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { resolveImage } from '../registry/index.ts';
import { describeAction } from './action.ts';
import { findDockerfile } from './find-dockerfile.ts';
import { importedContext, importLimits, type ImportedFile } from './import.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace, redoLast, replay, undoLast, type Workspace } from './workspace.ts';

const scenario: Scenario = {
  slug: 'small',
  title: 'Small',
  about: '',
  files: { Dockerfile: { text: 'FROM alpine AS tools\nFROM tools\nCOPY old /old\n' }, old: { text: 'old' } },
  dockerfile: 'Dockerfile',
  options: { target: 'tools', platforms: ['linux/arm64'] },
  begins: 1_700_000_000_000,
  prologue: [{ type: 'build' }],
};

const imported = (files: readonly ImportedFile[], name = 'my-app') => ({ type: 'import', name, files }) as const;

function after(workspace: Workspace, ...actions: Parameters<typeof dispatch>[1][]): Workspace {
  return actions.reduce((from, action) => {
    const done = dispatch(from, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, workspace);
}

const context = (files: readonly ImportedFile[]): DirNode => {
  const made = importedContext({ files }, 0);
  if ('id' in made) throw new Error(made.id);
  return made;
};

const project = [
  { path: 'docker/Dockerfile', text: 'FROM alpine\nCOPY run.sh /\n' },
  { path: 'run.sh', text: '#!/bin/sh\n', mode: 0o755 },
  { path: 'logo.png', base64: 'iVBORw==' },
  { path: 'debug.log', size: 1_000_000 },
  { path: 'current', target: '../../etc/passwd' },
  { path: 'empty', dir: true, mode: 0o700 },
] as const;

describe('an import', () => {
  it('makes texts, bytes, files nobody read, links and empty folders with their modes', () => {
    const root = context(project);
    expect([...walk(root)].map(([path]) => path)).toEqual(['current', 'debug.log', 'docker', 'docker/Dockerfile', 'empty', 'logo.png', 'run.sh']);
    expect(get(root, 'run.sh')).toMatchObject({ type: 'file', mode: 0o755 });
    expect(get(root, 'logo.png')).toMatchObject({ content: { kind: 'bytes', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) } });
    expect(get(root, 'debug.log')).toMatchObject({ content: { kind: 'described', size: 1_000_000 } });
    expect(get(root, 'current')).toMatchObject({ type: 'symlink', target: '../../etc/passwd' });
    expect(get(root, 'empty')).toMatchObject({ type: 'dir', mode: 0o700 });
  });

  it('takes the place of the context, its builds, its cache and its options, and undo brings all of them back', () => {
    const scene = openWorkspace(scenario, resolveImage);
    const opened = after(scene, imported(project));
    const state = currentState(opened);
    expect(get(state.context, 'old')).toBeUndefined();
    expect(state).toMatchObject({ builds: [], options: { file: 'docker/Dockerfile', platforms: ['linux/arm64'] } });
    expect(state.options.target).toBeUndefined();
    expect(state.baseline).toBe(state.context);
    expect(currentState(undoLast(opened))).toBe(currentState(scene));
    expect(currentState(redoLast(undoLast(opened))).context).toEqual(state.context);
  });

  it('builds from its own Dockerfile, and options set later do not bring the scene’s back', () => {
    const state = currentState(after(openWorkspace(scenario, resolveImage), imported(project), { type: 'options', options: { buildArgs: { A: '1' } } }, { type: 'build' }));
    expect(state.options).toEqual({ file: 'docker/Dockerfile', platforms: ['linux/arm64'], buildArgs: { A: '1' } });
    expect(state.builds.map(({ record }) => [record.number, record.ok, record.steps.map((step) => step.text)])).toEqual([[1, true, ['FROM alpine', 'COPY run.sh /']]]);
  });

  it('replays to the same tree', () => {
    const workspace = after(openWorkspace(scenario, resolveImage), imported(project), { type: 'write', path: 'new', text: 'x' });
    const again = replay(scenario, resolveImage, workspace.log);
    expect(again.refused).toEqual([]);
    expect(currentState(again.workspace).context).toEqual(currentState(workspace).context);
  });

  it('is named in histories by what was opened', () => {
    expect(describeAction(imported(project))).toEqual({ id: 'actions.import', values: { name: 'my-app' } });
  });

  it.each<readonly [string, readonly ImportedFile[]]>([
    ['a way out', [{ path: '../x', text: '' }]],
    ['an absolute path', [{ path: '/x', text: '' }]],
    ['a NUL', [{ path: 'a\0b', text: '' }]],
    ['a name too long', [{ path: 'x'.repeat(256), text: '' }]],
    ['folders too deep', [{ path: 'd/'.repeat(importLimits.depth) + 'x', text: '' }]],
    ['one path twice', [{ path: 'x', text: '' }, { path: 'x', text: '' }]],
    ['a file below a file', [{ path: 'x', text: '' }, { path: 'x/y', text: '' }]],
    ['a file below a link', [{ path: 'x', target: '/etc' }, { path: 'x/passwd', text: '' }]],
    ['a file in a folder’s place', [{ path: 'x/y', text: '' }, { path: 'x', text: '' }]],
    ['too many files', Array.from({ length: importLimits.entries + 1 }, (_, i) => ({ path: `${i}`, text: '' }))],
  ])('refuses %s with a sentence and changes nothing', (_, files) => {
    const done = dispatch(openWorkspace(scenario, resolveImage), imported(files));
    expect(done).toMatchObject({ ok: false, message: { id: expect.stringMatching(/^actions\./) } });
  });

  it('keeps names apart that differ only in their Unicode normalisation, and names that mean something to JavaScript', () => {
    const root = context([{ path: 'caf\u00e9', text: 'one' }, { path: 'cafe\u0301', text: 'two' }, { path: '__proto__/constructor', text: 'three' }]);
    const texts = [...walk(root)].map(([path, node]) => [path, node.type === 'file' ? textOf(node) : node.type]);
    expect(texts).toEqual([['__proto__', 'dir'], ['__proto__/constructor', 'three'], ['cafe\u0301', 'two'], ['caf\u00e9', 'one']]);
  });

  it('law: gives the same tree for any order of its entries, and never throws for any paths', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'c', '..', '', 'é'), { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const entry = fc.oneof(fc.record({ path, text: fc.string() }), fc.record({ path, target: fc.string() }), fc.record({ path, dir: fc.constant(true as const) }), fc.record({ path, base64: fc.string() }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (files) => {
        const made = importedContext({ files }, 0);
        const other = importedContext({ files: files.toReversed() }, 0);
        if ('id' in made) expect(other).toHaveProperty('id');
        else expect(other).toEqual(made);
      }),
      { seed: 41, numRuns: 300 },
    );
  });
});

describe('the Dockerfile of a context', () => {
  it.each([
    [['a/b/Dockerfile', 'x/Dockerfile', 'main.go'], 'x/Dockerfile'],
    [['sub/Dockerfile', 'web.Dockerfile'], 'web.Dockerfile'],
    [['Containerfile', 'dockerfile', 'Dockerfile', 'Dockerfile.dev'], 'Dockerfile'],
    [['Dockerfile.dockerignore', 'Dockerfile.prod'], 'Dockerfile.prod'],
    [['b/Dockerfile', 'a/Dockerfile'], 'a/Dockerfile'],
    [['Dockerfiles', 'NotADockerfile', 'my-dockerfile'], undefined],
    [[], undefined],
  ])('of %j is %s', (paths, expected) => {
    expect(findDockerfile(paths)).toBe(expected);
  });
});
