import { describe, expect, it } from 'vitest';
import { get } from '../fs/index.ts';
import { resolveImage } from '../registry/index.ts';
import { plainProgress } from '../solver/progress/plain.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace } from './workspace.ts';

function built(dockerfile: string, models?: Scenario['models'], source = 'one') {
  const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: dockerfile }, 'in.txt': { text: source } }, dockerfile: 'Dockerfile', options: {}, begins: 0, ...(models && { models }) };
  const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'build' });
  if (!done.ok) throw new Error(done.message.id);
  return currentState(done.workspace).builds[0]!;
}

const last = (build: ReturnType<typeof built>) => build.record.steps.at(-1)!;

describe('a command without a model', () => {
  const build = built('FROM alpine\nRUN apk add git && git init /repo\n');

  it('is taken to succeed, and marks its step', () => {
    expect(build.record.ok).toBe(true);
    expect(last(build).fidelity).toBe('not-simulated');
    expect(last(build).models.find(({ fidelity }) => fidelity === 'not-simulated')).toMatchObject({ command: 'git init /repo', basis: expect.stringContaining('not simulated') });
  });

  it('says so in the log', () => {
    expect(plainProgress(build.record)).toMatch(/layerscope: not simulated: git init \/repo/);
  });
});

describe('a model that a scene declares', () => {
  const models = [{ pattern: 'render *', duration: 4_000, output: 'rendered\n', reads: ['in.txt'], writes: [{ path: 'out.bin', size: 1_000 }] }];
  const dockerfile = 'FROM alpine\nWORKDIR /w\nCOPY in.txt .\nRUN render --fast\n';
  const build = built(dockerfile, models);
  const output = (from: typeof build) => get(from.trees.get(last(from).vertex!)!, 'w/out.bin');

  it('stands in for the command: its time, its output, its files', () => {
    expect(last(build)).toMatchObject({ fidelity: 'modelled', models: [{ command: 'render --fast', basis: 'Declared by the scenario.' }] });
    expect(last(build).completed! - last(build).started!).toBeGreaterThanOrEqual(4_000);
    expect(plainProgress(build.record)).toContain('rendered');
    expect(output(build)).toMatchObject({ type: 'file', content: { kind: 'described', size: 1_000 } });
  });

  it('gives the same for the same that it reads, and another for another', () => {
    const content = (from: typeof build) => {
      const node = output(from);
      return node?.type === 'file' ? node.content : undefined;
    };
    expect(content(built(dockerfile, models))).toEqual(content(build));
    expect(content(built(dockerfile, models, 'two'))).not.toEqual(content(build));
  });

  it('may fail', () => {
    const failed = built(dockerfile, [{ pattern: 'render *', exitCode: 3 }]);
    expect(failed.record.error?.message).toContain('did not complete successfully: exit code: 3');
  });
});
