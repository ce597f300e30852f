import { describe, expect, it } from 'vitest';
import { resolveImage } from '../../registry/index.ts';
import type { Scenario } from '../../workspace/scenario.ts';
import { currentState, openWorkspace } from '../../workspace/workspace.ts';
import { differs } from './platforms.ts';

function holds(dockerfile: string, ...paths: readonly string[]): boolean {
  const scenario: Scenario = {
    slug: 'test/platforms', title: 'Platforms', about: 'Platforms', dockerfile: 'Dockerfile', begins: Date.UTC(2026, 9, 1),
    options: { platforms: ['linux/amd64', 'linux/arm64'], tags: ['app'] },
    files: { Dockerfile: { text: dockerfile }, 'amd64.txt': { text: 'a\n' }, 'arm64.txt': { text: 'b\n' } },
    prologue: [{ type: 'build' }],
  };
  const workspace = openWorkspace(scenario, resolveImage);
  return differs.judge({ workspace, start: workspace, built: currentState(workspace).builds.at(-1), builds: [] }, paths).holds;
}

describe('a file that has to be another one for each platform', () => {
  it('is where it was chosen by the platform', () => {
    expect(holds('FROM alpine:3.20\nARG TARGETARCH\nCOPY $TARGETARCH.txt /arch\n', '/arch')).toBe(true);
  });

  it('is not where both images got the same one, or have none', () => {
    expect(holds('FROM alpine:3.20\nCOPY amd64.txt /arch\n', '/arch')).toBe(false);
    expect(holds('FROM alpine:3.20\nARG TARGETARCH\nCOPY $TARGETARCH.txt /arch\n', '/arch', '/other')).toBe(false);
  });
});
