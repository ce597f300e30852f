import { describe, expect, it } from 'vitest';
import { commitActions, inVersion } from '#engine/workspace/versions.ts';
import { groupOrder } from '#lib/views/scenes/card.ts';
import { loadScenario, slugs } from './index.ts';
import { after, firstBuild, lastBuild, notSimulated, opened } from './trial.ts';

const scenes = (await Promise.all(slugs.map((slug) => loadScenario(slug)))).filter((scene) => scene !== undefined);
const gallery = scenes.filter(({ versions }) => versions !== undefined);
const sides = gallery.flatMap((scene) => (['bad', 'good'] as const).map((version) => [scene.slug, version, scene] as const));

describe('every scene', () => {
  it.each(scenes.map((scene) => [scene.slug, scene] as const))('%s is called as its folder, briefly, and its kinds of commits add up to 100', (slug, scene) => {
    expect(slugs).toContain(slug);
    expect(scene.title.length).toBeLessThanOrEqual(30);
    expect(groupOrder).toContain(scene.group);
    if (scene.edits) expect(scene.edits.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });
});

describe('the groups of scenes', () => {
  it('are those that scenes stand in, and no others', () => {
    expect([...new Set(scenes.map(({ group }) => group))].sort()).toEqual([...groupOrder].sort());
  });
});

describe('every scene in every version', () => {
  it.each(sides)('%s, %s: is told in a sentence that fits on its bar', (_, version, scene) => {
    expect(scene.versions![version].about.length).toBeLessThanOrEqual(110);
  });

  it.each(sides)('%s, %s: builds, and simulates all that it runs', (_, version, scene) => {
    const built = firstBuild(scene, version);
    expect(built.record.error?.message).toBeUndefined();
    expect(notSimulated(built)).toEqual([]);
  });

  it.each(sides)('%s, %s: builds after each kind of commit, and each commit changes the project', (_, version, scene) => {
    for (const edit of scene.edits ?? []) {
      const once = after(opened(scene, version), ...commitActions(edit, 1));
      expect([edit.label, lastBuild(once).record.error?.message]).toEqual([edit.label, undefined]);
      const twice = commitActions(edit, 2);
      const written = twice.filter(({ type }) => type === 'write');
      if (written.length === twice.length) expect([edit.label, written]).not.toEqual([edit.label, commitActions(edit, 1)]);
      expect([edit.label, lastBuild(after(once, ...twice)).record.error?.message]).toEqual([edit.label, undefined]);
    }
  });

  it.each(sides)('%s, %s: has a Dockerfile of its own where it says', (_, version, scene) => {
    expect(Object.keys(inVersion(scene, version).files)).toContain(scene.dockerfile);
  });
});
