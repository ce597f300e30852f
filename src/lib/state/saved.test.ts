import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { actionsOf } from '#engine/workspace/log.ts';
import { readSaved } from './saved.ts';

const saved = (actions: readonly unknown[]) => ({ version: 2, log: { scenario: 'go-two-stages', nodes: actions.map((action, id) => ({ action, parent: id - 1 })), at: actions.length - 1, tip: actions.length - 1 } });

const everything: readonly Action[] = [
  { type: 'options', options: { target: 'build', platforms: ['linux/arm64'], buildArgs: { A: '1' }, labels: { L: '2' }, noCache: ['build'], pull: true, tags: ['app'], file: 'Dockerfile', contexts: { x: 'docker-image://alpine' }, sourceDateEpoch: '0', attrs: { 'shm-size': '64m' } } },
  { type: 'build' },
  { type: 'build', extras: { cacheTo: [{ type: 'registry', to: 'localhost:5000/c', mode: 'max' }, { type: 'inline' }], cacheFrom: [{ type: 'local', from: '/c' }], output: { type: 'tar', dest: 'a.tar' }, push: true, load: false, provenance: false, rewriteTimestamp: true, interrupted: 12.5 } },
  { type: 'command', line: 'docker build .' },
  { type: 'command', line: 'docker push app', interrupted: 300 },
  { type: 'machine', name: 'ci' },
  { type: 'builder', settings: { strategy: 'classic', driver: 'docker', imageStore: 'overlay2' } },
  { type: 'wait', duration: 86_400_000 },
];

describe('a saved log', () => {
  it('comes back with everything that an action can say', () => {
    const read = readSaved(saved(everything));
    expect(read.ok && actionsOf(read.saved.log)).toEqual(everything);
  });

  it('is refused with a place where an action is none', () => {
    for (const action of [{ type: 'command' }, { type: 'machine' }, { type: 'builder', settings: { strategy: 'other' } }, { type: 'build', extras: { cacheTo: [{ type: 's3' }] } }, { type: 'fly' }]) {
      expect(readSaved(saved([action]))).toMatchObject({ ok: false, problem: expect.stringMatching(/log\.nodes\.0/) as string });
    }
  });

  it('is refused where it goes in circles, with or without a way to its end', () => {
    const nodes = [1, 0].map((parent) => ({ action: { type: 'build' }, parent }));
    for (const [at, tip] of [[1, 1], [-1, 0], [0, 1]]) {
      expect(readSaved({ version: 2, log: { scenario: 'go-two-stages', nodes, at, tip } })).toMatchObject({ ok: false, problem: expect.stringContaining('older') as string });
    }
  });
});
