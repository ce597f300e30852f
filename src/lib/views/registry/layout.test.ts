import { describe, expect, it } from 'vitest';
import { text } from '#messages/index.ts';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { registryScene, type RegistryScene } from '#engine/workspace/registry-scene.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';
import { layoutRegistry, linkPath } from './layout.ts';

/** The scene after these lines were typed; `@ci` sits down at that machine. */
function after(...lines: readonly string[]): RegistryScene | undefined {
  let workspace = openWorkspace(defaultScenario, resolveImage, execute);
  for (const line of lines) {
    const action: Action = line.startsWith('@') ? { type: 'machine', name: line.slice(1) } : { type: 'command', line };
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(done.message.id);
    workspace = done.workspace;
    expect(line.startsWith('@') ? 0 : currentState(workspace).terminal.at(-1)!.exitCode).toBe(0);
  }
  return registryScene(currentState(workspace));
}

const login = 'docker login ghcr.io -u me -p invented-token';
const pushed = ['docker build -t ghcr.io/me/app:1.0.0 .', login, 'docker push ghcr.io/me/app:1.0.0'];
const again = ['echo "// more" >> main.go', 'docker build -t ghcr.io/me/app:1.0.1 .', 'docker push ghcr.io/me/app:1.0.1'];

describe('the registry view', () => {
  it('has nothing to show before a push', () => {
    expect(after()).toBeUndefined();
  });

  it('says what a first push sent: everything', () => {
    const scene = after(...pushed)!;
    expect(scene.last).toMatchObject({ kind: 'push', machine: 'laptop', ok: true });
    expect(scene.last!.moved).toBe(scene.last!.total);
    expect(scene.shelf).toMatchObject({ repository: 'ghcr.io/me/app', registry: 'GitHub Container Registry', tags: [{ name: '1.0.0' }] });
  });

  it('says what a second push did not have to send', () => {
    const scene = after(...pushed, ...again)!;
    expect(text(scene.last!.sentence)).toMatch(/^Pushing 1\.0\.1 sent .+ of .+: the registry already had 4 of 5 layers\.$/);
    const { left, middle, links } = layoutRegistry(scene);
    expect(text(middle.tags[0]!.words)).toContain('1.0.1 names one release');
    expect(left.piles[0]!.boxes.filter(({ row }) => row.kind === 'layer').map(({ look }) => look)).toEqual(['there', 'there', 'there', 'there', 'moved']);
    expect(middle.tags.map(({ name, moved }) => [name, moved])).toEqual([['1.0.1', true], ['1.0.0', false]]);
    expect(new Set(middle.boxes.map(({ row }) => row.digest)).size).toBe(middle.boxes.length);
    // The four layers, and the config of the provenance, which is empty each time.
    expect(links.filter(({ look }) => look === 'there')).toHaveLength(5);
    expect(links.filter(({ look }) => look === 'there').every(({ bytes }) => bytes === 0)).toBe(true);
  });

  it('tells configs, manifests and statements from layers, and sends them as one line', () => {
    const scene = after(...pushed)!;
    const layers = scene.shelf.rows.filter(({ kind }) => kind === 'layer');
    expect(layers).toHaveLength(5);
    expect(scene.shelf.rows.slice(layers.length).every(({ kind }) => kind !== 'layer')).toBe(true);
    expect(layoutRegistry(scene).links.filter(({ gathers }) => gathers)).toHaveLength(1);
  });

  it('shows a pull from the machine that pulled, and what the other one would fetch before it', () => {
    const before = layoutRegistry(after(...pushed)!);
    expect(before.right).toMatchObject({ machine: 'ci', piles: [{ ghost: true, tag: '1.0.0' }] });
    const scene = after(...pushed, '@ci', login, 'docker pull ghcr.io/me/app:1.0.0')!;
    expect(scene.last).toMatchObject({ kind: 'pull', machine: 'ci' });
    expect(text(scene.last!.sentence)).toMatch(/^Pulling 1\.0\.0 brought /);
    expect(layoutRegistry(scene).left.machine).toBe('ci');
  });

  it('never lets boxes of a column overlap', () => {
    const { left, middle, right } = layoutRegistry(after(...pushed, ...again)!);
    for (const boxes of [middle.boxes, ...[...left.piles, ...right!.piles].map((pile) => pile.boxes)]) {
      for (const [at, box] of boxes.entries()) if (at > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[at - 1]!.top + boxes[at - 1]!.height);
    }
  });

  it('draws lines level where they can be', () => {
    expect(linkPath({ from: 10, to: 10 }, 100)).toBe('M0 10H100');
    expect(linkPath({ from: 10, to: 50 }, 100)).toMatch(/^M0 10H49q6 0 6 6V44q0 6 6 6H100$/);
  });
});
