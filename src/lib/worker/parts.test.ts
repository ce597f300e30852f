import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import { scenesParts } from '#scenarios/parts.ts';
import type { Kind, Requests } from './protocol.ts';

const scenes = (await Promise.all(slugs.map((slug) => loadScenario(slug)))).filter((scene) => scene !== undefined);
const provided = ['catalog', 'classic', 'formats', 'push', 'recorded', 'tools'].map((name) => `#provided/${name}`);

/** An engine that answers one request after the other, of modules that nothing else has. */
async function newEngine() {
  vi.resetModules();
  const [{ createEngine }, { partNamed, partNames }] = await Promise.all([import('./engine.ts'), import('#engine/source/part.ts')]);
  const engine = createEngine();
  return {
    ask: async <K extends Kind>(kind: K, body: Requests[K]) => engine({ id: 1, kind, body }),
    there: () => partNames().filter((name) => partNamed(name)?.isThere),
  };
}

const open = ({ slug }: Pick<Scenario, 'slug'>) => ({ log: { scenario: slug, nodes: [], at: -1, tip: -1 } });

/** As in a page: nothing is provided, and nothing is foreseen. */
function asInPage() {
  for (const name of provided) vi.doMock(name, () => ({}));
  vi.doMock('#scenarios/parts.ts', () => ({ scenesParts: {} }));
}

function asInNode() {
  for (const name of provided) vi.doUnmock(name);
  vi.doUnmock('#scenarios/parts.ts');
}

/** The first commits of a scene, a build after each, with the Dockerfile as it was and the well ordered one; then something typed. */
function firstActions({ edits = [], tries = [], versions }: Scenario): readonly Action[] {
  const build: Action = { type: 'build' };
  const commits = edits.slice(0, 2).flatMap(({ label }, at): Action[] => [{ type: 'commit', edit: label, n: at + 1 }, build]);
  const good: readonly Action[] = versions ? [{ type: 'version', name: 'good' }, build] : [];
  return [...(tries[0] ? [tries[0].action, build] : []), ...commits, ...good, { type: 'command', line: 'docker images && docker build -q .' }];
}

describe('an engine that loads its parts on demand', () => {
  beforeEach(asInPage);

  it('has none of them at first', async () => {
    expect((await newEngine()).there()).toEqual([]);
  });

  it.each(scenes.map((scene) => [scene.slug, scene] as const))('opens %s with the parts that the scene says it takes', async (slug, scene) => {
    const engine = await newEngine();
    expect(await engine.ask('open', open(scene))).toHaveProperty('value.snapshot.prediction');
    expect(engine.there()).toEqual(scenesParts[slug]);
  });
});

/** The answers of an engine to a scene's first actions, each by what was asked and the digest of all that it says. */
async function answers({ ask }: Awaited<ReturnType<typeof newEngine>>, scene: Scenario): Promise<readonly string[]> {
  const said: string[] = [];
  const note = (asked: string, reply: unknown) => said.push(`${asked} ${createHash('sha256').update(JSON.stringify(reply)).digest('hex')}`);
  note('open', await ask('open', open(scene)));
  for (const action of firstActions(scene)) {
    const reply = await ask('dispatch', { action });
    expect(reply).toHaveProperty('value.ok', true);
    note(`${said.length} ${action.type}`, reply);
  }
  note('advice', await ask('advice', {}));
  return said;
}

describe('the same actions', () => {
  let whole: Awaited<ReturnType<typeof newEngine>>;

  beforeAll(async () => {
    asInNode();
    whole = await newEngine();
    // What it imports later it imports now, while nothing is taken away.
    await whole.ask('open', open(scenes[0]!));
    await whole.ask('complete', { line: '', cursor: 0 });
    await whole.ask('advice', {});
  });

  it.each(scenes.map((scene) => [scene.slug, scene] as const))('give the same to the last digest in %s, with all parts at once and with none', async (_, scene) => {
    const known = await answers(whole, scene);
    asInPage();
    const engine = await newEngine();
    expect(engine.there()).toEqual([]);
    expect(await answers(engine, scene)).toEqual(known);
  });
});
