import { describe, expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { get } from '#engine/fs/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Built } from '#engine/workspace/state.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { loadScenario } from '#scenarios/index.ts';
import { deck } from './deck.ts';
import type { Misconception } from './misconception.ts';

async function played({ demo }: Misconception): Promise<Workspace> {
  const scene = await loadScenario(demo.scene);
  if (!scene) throw new Error(`no scene ${demo.scene}`);
  return demo.actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(JSON.stringify(done.message));
    return done.workspace;
  }, openWorkspace(scene, resolveImage, execute));
}

const contentsOf = ({ record }: Built) => record.images[0]!.layers.map(({ size }) => size);
const bytesOf = (built: Built) => contentsOf(built).reduce((sum, size) => sum + size, 0);

describe('the demonstration of every misconception', () => {
  it.each(deck.map((one) => [one.id, one] as const))('%s: has two builds, and the last one shows what it claims', async (_, one) => {
    const { builds } = currentState(await played(one));
    expect(builds.length).toBeGreaterThanOrEqual(2);
    const last = builds.at(-1)!;
    const { shows } = one.demo;
    if (!shows) return expect(Object.keys(claims)).toContain(one.id);
    const step = last.record.steps.find(({ id }) => id === shows.step);
    expect([one.id, step?.text, step?.state]).toEqual([one.id, step?.text, shows.state]);
    if (last.record.error) expect(one.id).toBe('cached-means-reused');
  });
});

/** What is shown by sizes, layers, digests and files instead of a step's state. */
const claims: Readonly<Record<string, (before: Built, after: Built, workspace: Workspace) => void>> = {
  'every-line-is-a-layer': (before, after) => {
    const base = before.record.images[0]!.layers.filter(({ step }) => step === undefined).length;
    expect([contentsOf(before).length - base, contentsOf(after).length - base]).toEqual([0, 1]);
  },
  'fewer-layers-smaller': (before, after) => {
    expect(contentsOf(after).length).toBe(contentsOf(before).length - 1);
    expect(Math.abs(bytesOf(after) - bytesOf(before))).toBeLessThan(5_000);
  },
  'chmod-is-free': (before, after) => expect(bytesOf(after) - bytesOf(before)).toBeGreaterThan(50_000_000),
  'delete-shrinks': (before, after) => expect(bytesOf(after)).toBeGreaterThan(bytesOf(before)),
  'rm-hides-secrets': (_, after) => {
    const files = (id: string) => after.trees.get(after.record.steps.find((step) => step.id === id)!.vertex!)!;
    expect([get(files('0.2'), 'app/.env')?.type, get(files('0.3'), 'app/.env')?.type]).toEqual(['file', undefined]);
  },
  'arg-is-private': (_, after) => expect(after.record.images[0]!.configJson).toContain('TOKEN=second'),
  'whole-folder-is-sent': (before, after) => {
    expect(before.record.context!.transferred).toBeLessThan(1_000);
    expect(after.record.context!.transferred).toBeGreaterThan(300_000);
  },
  'dotdot-is-forbidden': (_, after) => expect(after.record.ok).toBe(true),
  'cached-means-reused': (_, { record }) => {
    const marked = record.vertices.filter(({ step, cached }) => cached && record.steps.some(({ id, state, keyword }) => id === step && keyword === 'RUN' && state === 'stopped'));
    expect(marked.length).toBe(2);
  },
  'latest-is-newest': (_, after) => expect(after.record.images[0]!.configJson).toContain('1.9.1'),
  'image-id-is-digest': (before, after) => {
    const [old, now] = [before.record.images[0]!, after.record.images[0]!];
    expect(now.layers.map(({ diffId }) => diffId)).toEqual(old.layers.map(({ diffId }) => diffId));
    expect(new Set([old.configDigest, old.manifestDigest, now.configDigest, now.manifestDigest]).size).toBe(4);
  },
  'sizes-add-up': (before, after) => {
    const shared = after.record.images[0]!.layers.filter(({ diffId }) => before.record.images[0]!.layers.some((layer) => layer.diffId === diffId));
    expect(shared.length).toBeGreaterThan(0);
  },
  'delete-tag-frees': (_, __, workspace) => expect(currentState(workspace).terminal.map(({ output }) => JSON.stringify(output)).join('')).not.toContain('Deleted:'),
  'alpine-is-always-smaller': (before, after) => expect(bytesOf(after)).toBeGreaterThan(bytesOf(before)),
  'multi-arch-needs-emulation': (before, after) => {
    const [emulated, native] = [before, after].map(({ record }) => record.steps.find(({ text }) => text.includes('go build'))!).map(({ started, completed }) => completed! - started!);
    expect(emulated! / native!).toBeGreaterThan(2);
  },
};

describe('what no step\'s state can show', () => {
  it.each(Object.entries(claims))('%s', async (id, claim) => {
    const workspace = await played(deck.find((one) => one.id === id)!);
    const { builds } = currentState(workspace);
    claim(builds.at(-2)!, builds.at(-1)!, workspace);
  });
});
