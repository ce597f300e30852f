import { describe, expect, it } from 'vitest';
import { execute } from '../docker/index.ts';
import { get } from '../fs/index.ts';
import { resolveImage } from '../registry/index.ts';
import type { Scenario } from '../workspace/scenario.ts';
import { currentState, openWorkspace } from '../workspace/workspace.ts';
import { answerActions, answered } from './answer.ts';
import { foretell } from './foretell.ts';

const scene: Scenario = {
  slug: 'test/answer',
  title: 'Answer',
  about: 'Answer',
  dockerfile: 'Dockerfile',
  options: {},
  begins: Date.UTC(2026, 9, 1),
  prologue: [{ type: 'build' }],
  files: { Dockerfile: { text: 'FROM alpine:3.20\nCOPY a b /\nRUN sort /a > /c\n' }, a: { text: 'a\n' }, b: { text: 'b\n' } },
};
const open = () => openWorkspace(scene, resolveImage, execute);

function done<T extends { readonly ok: boolean }>(outcome: T): Extract<T, { readonly ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly ok: true }>;
}

describe('an answer', () => {
  it('lays its files over the project, takes away those that are null, and is built', () => {
    const { workspace } = done(answered(open(), { name: 'x', files: { Dockerfile: { text: 'FROM alpine:3.20\nCOPY a /\n' }, b: null, big: { size: 50 } } }));
    const { context, builds } = currentState(workspace);
    expect([get(context, 'b'), builds.length, builds.at(-1)?.record.ok]).toEqual([undefined, 2, true]);
  });

  it('is not built once more where one of its lines built, or where it is lines alone', () => {
    expect(currentState(done(answered(open(), { name: 'x', commands: ['docker build -t app .'] })).workspace).builds.length).toBe(2);
    expect(currentState(done(answered(open(), { name: 'x', commands: ['docker images'] })).workspace).builds.length).toBe(1);
  });

  it('is shown by actions that leave the same files', () => {
    expect(answerActions({ name: 'x', files: { a: { text: 'new\n', mode: 0o755 }, b: null, c: null } }, open())).toEqual([
      { type: 'write', path: 'a', text: 'new\n' },
      { type: 'chmod', path: 'a', mode: 0o755 },
      { type: 'delete', path: 'b' },
    ]);
  });
});

describe('a question', () => {
  const states = (built: { readonly record: { readonly steps: readonly { readonly state: string }[] } }) => built.record.steps.map(({ state }) => state);

  it('is answered by the build after its edits', () => {
    expect(states(done(foretell(open(), { edits: [{ edit: 'a' }] })).built)).toEqual(['cached', 'rebuilt', 'rebuilt']);
    expect(states(done(foretell(open(), { edits: [{ touch: '*' }] })).built)).toEqual(['cached', 'cached', 'cached']);
  });

  it('counts what was done before it as given', () => {
    const { built, workspace } = done(foretell(open(), { given: [{ edit: 'a' }, { build: true }], edits: [{ edit: 'b' }] }));
    expect([built.record.number, currentState(workspace).builds.length]).toEqual([3, 3]);
  });

  it('says so where an edit cannot be made', () => {
    expect(foretell(open(), { edits: [{ edit: 'gone' }] })).toEqual({ ok: false, because: { id: 'exercise.gone', values: { path: 'gone' } } });
  });
});
