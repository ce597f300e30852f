import { describe, expect, it } from 'vitest';
import { execute } from '../../docker/index.ts';
import { resolveImage } from '../../registry/index.ts';
import type { Scenario } from '../../workspace/scenario.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { imagesBelow } from './images.ts';

/** Two images of a megabyte each, the first under two names, and what is typed then. */
function holds(...lines: readonly string[]): boolean {
  const build = (name: string) => `docker build --build-arg FILE=${name} -t ${name} .`;
  const scenario: Scenario = {
    slug: 'test/images', title: 'Images', about: 'Images', dockerfile: 'Dockerfile', options: {}, begins: Date.UTC(2026, 9, 1),
    files: { Dockerfile: { text: 'FROM scratch\nARG FILE\nCOPY $FILE /\n' }, one: { size: 1_000_000 }, two: { size: 1_000_000 } },
    prologue: [build('one'), 'docker tag one old', build('two'), ...lines].map((line) => ({ type: 'command', line })),
  };
  const workspace = openWorkspace(scenario, resolveImage, execute);
  return imagesBelow.judge({ workspace, start: workspace, built: undefined, builds: [] }, '2 MB').holds;
}

describe('what all images take', () => {
  it('is less once the last name of one is gone', () => {
    expect(holds()).toBe(false);
    expect(holds('docker rmi one')).toBe(false);
    expect(holds('docker rmi one old')).toBe(true);
  });

  it('counts an image that lost its name to another', () => {
    expect(holds('docker rmi one', 'docker build --build-arg FILE=two -t old .')).toBe(false);
    expect(holds('docker rmi one', 'docker build --build-arg FILE=two -t old .', 'docker image prune -f')).toBe(true);
  });
});
