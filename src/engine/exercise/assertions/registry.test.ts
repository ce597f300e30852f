import { describe, expect, it } from 'vitest';
import { execute } from '../../docker/index.ts';
import { resolveImage } from '../../registry/index.ts';
import type { Scenario } from '../../workspace/scenario.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { RegistryAssertion } from '../assertion.ts';
import { registry } from './registry.ts';

function holds(asserted: RegistryAssertion, ...lines: readonly string[]): boolean {
  const scenario: Scenario = {
    slug: 'test/names', title: 'Names', about: 'Names', dockerfile: 'Dockerfile', options: {}, begins: Date.UTC(2026, 9, 1),
    files: { Dockerfile: { text: 'FROM alpine:3.20\nCOPY a /\n' }, a: { text: 'a\n' } },
    prologue: ['docker build -t localhost:5000/one:1 .', 'docker push localhost:5000/one:1', ...lines].map((line) => ({ type: 'command', line })),
  };
  const workspace = openWorkspace(scenario, resolveImage, execute);
  return registry.judge({ workspace, start: workspace, built: undefined, builds: [] }, asserted).holds;
}

describe('a name that has to lead where a name of another repository leads', () => {
  const same: RegistryAssertion = { repository: 'localhost:5000/two', tag: '1', is: 'name:localhost:5000/one:1' };

  it('does after the image was tagged and pushed', () => {
    expect(holds(same, 'docker tag localhost:5000/one:1 localhost:5000/two:1', 'docker push localhost:5000/two:1')).toBe(true);
  });

  it('does not where the image was built again, nor where there is no such name', () => {
    expect(holds(same, 'docker build -t localhost:5000/two:1 .', 'docker push localhost:5000/two:1')).toBe(false);
    expect(holds({ ...same, is: 'name:localhost:5000/one:2' }, 'docker push localhost:5000/one:1')).toBe(false);
  });
});
