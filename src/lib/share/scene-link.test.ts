import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { actionsOf, pathTo, record } from '#engine/workspace/log.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import golden from './golden-links.json' with { type: 'json' };
import { bounds, pack, unpack } from './packed.ts';
import { readLink, sharedLog, writeLink, type SharedScene } from './scene-link.ts';

const scene = (given: Partial<SharedScene> = {}): SharedScene => ({ scenario: 'go-two-stages', actions: [], ...given });

const text = fc.string({ unit: 'binary', maxLength: 60 });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constant('write' as const), path: name, text }),
  fc.record({ type: fc.constant('command' as const), line: text }),
  fc.record({ type: fc.constant('rename' as const), path: name, to: name }),
  fc.constant({ type: 'build' } as const),
  fc.record({ type: fc.constant('options' as const), options: fc.record({ tags: fc.array(name, { maxLength: 2 }) }) }),
);
const look = { view: name, step: name, file: name, build: fc.nat(99) };
const duel: fc.Arbitrary<NonNullable<SharedScene['duel']>> = fc.record({
  left: fc.record({ files: fc.constant({ Dockerfile: { text: 'FROM scratch' }, '.dockerignore': null }) }),
  right: fc.record({ files: fc.constant({}), options: fc.record({ tags: fc.array(name, { maxLength: 2 }) }) }),
  series: fc.oneof(fc.record({ kind: fc.constant('scene' as const), rounds: fc.nat(50) }), fc.constant({ kind: 'log' as const })),
});
const anyScene: fc.Arbitrary<SharedScene> = fc.array(anyAction, { maxLength: 8 }).chain((actions) =>
  fc.record(
    {
      scenario: fc.constantFrom('go-two-stages', 'learn/mounts'),
      actions: fc.constant(actions),
      ...look,
      stands: fc.nat(actions.length),
      branches: fc.constant(actions.map((_, id) => [id, id % 3 === 0 ? -1 : id - 1] as const)),
      notes: fc.array(fc.record({ at: fc.nat(actions.length), text, ...look }, { requiredKeys: ['at', 'text'] }), { maxLength: 3 }),
      title: name,
      asks: fc.constant(true as const),
      duel,
    },
    { requiredKeys: ['scenario', 'actions'] },
  ),
).map((one) => (one.branches?.length === 0 ? { ...one, branches: undefined } : one)).map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as unknown as SharedScene);

describe('a link to a scene', () => {
  it('comes back as the scene that was written', () => {
    fc.assert(
      fc.property(anyScene, (one) => {
        expect(readLink(`#${writeLink(one)}`)).toEqual({ ok: true, scene: one });
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is the same for the same scene, however its keys are ordered', () => {
    const action = { type: 'write', path: 'a', text: 'b' } as const;
    expect(writeLink(scene({ actions: [action] }))).toBe(writeLink(scene({ actions: [{ text: 'b', path: 'a', type: 'write' }] })));
  });

  it('holds ten narrated edits of the default scene in less than 2,000 characters', () => {
    const [ten] = golden;
    expect(ten!.scene.actions.filter(({ type }) => type === 'write')).toHaveLength(10);
    expect(ten!.scene.notes).toHaveLength(10);
    expect(ten!.link.length).toBeLessThan(2_000);
  });

  it.each(golden.map((one) => [one.release, one.says, one] as const))('of release %s is read for ever: %s', (_, __, { link, scene: expected }) => {
    expect(readLink(link)).toEqual({ ok: true, scene: expected });
  });

  it('begins a log with a node for each action', () => {
    const twice: readonly Action[] = [{ type: 'write', path: 'a', text: '1' }, { type: 'write', path: 'a', text: '2' }];
    expect(actionsOf(sharedLog(scene({ actions: twice })))).toEqual(twice);
    expect(actionsOf(sharedLog(scene()))).toEqual([]);
  });

  it('stands where it says, and keeps ways that were left', () => {
    const actions: readonly Action[] = [{ type: 'build' }, { type: 'prune' }, { type: 'touch', path: 'a' }];
    const log = sharedLog(scene({ actions, branches: [[2, -1]], stands: 2 }));
    expect(actionsOf(log)).toEqual(actions.slice(0, 2));
    expect(pathTo(log, 2)).toEqual([2]);
  });

  it('keeps what a note is about as it was, however its reader types on', () => {
    const write = (text: string): Action => ({ type: 'write', path: 'a', text });
    const log = sharedLog(scene({ actions: [write('1')], notes: [{ at: 1, text: 'One.' }] }));
    const typed = record(log, write('2'));
    expect(typed.nodes[0]!.action).toEqual(write('1'));
    expect(actionsOf(typed)).toEqual([write('1'), write('2')]);
  });
});

describe('the goldens', () => {
  const types = { write: 0, mkdir: 0, symlink: 0, delete: 0, rename: 0, chmod: 0, touch: 0, import: 0, version: 0, commit: 0, options: 0, build: 0, recorded: 0, prune: 0, wait: 0, command: 0, machine: 0, builder: 0 } as const satisfies Record<Action['type'], 0>;

  it.each(Object.keys(types))('hold an action of the kind %s', (type) => {
    expect(golden.some(({ scene: { actions } }) => actions.some((one) => one.type === type))).toBe(true);
  });

  it('hold every key that a scene can have', () => {
    const keys = { scenario: 0, actions: 0, branches: 0, stands: 0, notes: 0, title: 0, asks: 0, duel: 0, view: 0, step: 0, file: 0, build: 0 } as const satisfies Record<keyof SharedScene, 0>;
    expect([...new Set(golden.flatMap(({ scene: one }) => Object.keys(one)))].sort()).toEqual(Object.keys(keys).sort());
  });

  it('are none of them the same', () => {
    expect(new Set(golden.map(({ link }) => link)).size).toBe(golden.length);
  });
});

describe('a link whose end is missing', () => {
  const actions: readonly Action[] = Array.from({ length: 40 }, (_, n) => ({ type: 'write', path: `src/${n}.txt`, text: `{"[${'"\\'.repeat(n % 5)} ${(n * 7919).toString(36)}` }));
  const link = writeLink(scene({ actions, view: 'graph' }));

  it('gives back the actions that are there whole, and no others', () => {
    let most = 0;
    for (let length = 5; length < link.length; length++) {
      const read = readLink(link.slice(0, length));
      // The last letters can be missing where nothing more than the end of the text was in them.
      const saved = read.ok ? read.scene.actions : (read.saved ?? []);
      expect(saved).toEqual(actions.slice(0, saved.length));
      most = Math.max(most, saved.length);
    }
    expect(most).toBe(actions.length);
  });

  it('gives back nothing where letters are wrong in it', () => {
    const [head, tail] = [link.slice(0, 60), link.slice(64)];
    const read = readLink(`${head}____${tail}`);
    expect(read.ok || (read.saved ?? []).every((one, at) => JSON.stringify(one) === JSON.stringify(actions[at]))).toBe(true);
  });
});

describe('what is no link', () => {
  it.each([
    ['', 'no-link'],
    ['#', 'no-link'],
    ['#graph', 'no-link'],
    ['ls1', 'no-link'],
    ['ls1.', 'broken'],
    ['ls1.%%%', 'broken'],
    ['ls1.AAAA', 'broken'],
    ['ls2.AAAA', 'newer'],
    ['ls999999.x', 'newer'],
  ])('%s is refused: %s', (fragment, problem) => {
    expect(readLink(fragment)).toEqual({ ok: false, problem });
  });

  it('is refused wherever it is cut off, and never throws, whatever was changed in it', () => {
    const [{ link }] = golden as [(typeof golden)[0]];
    for (let length = 0; length < link.length; length += 7) expect(readLink(link.slice(0, length)).ok).toBe(false);
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), (at, other) => {
        expect(() => readLink(link.slice(0, at) + other + link.slice(at + 1))).not.toThrow();
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  const packed = (value: unknown) => `ls1.${pack(typeof value === 'string' ? value : JSON.stringify(value))}`;

  it.each([
    ['no JSON', '{'],
    ['a list', []],
    ['no actions', { s: 'x' }],
    ['a slug that leads elsewhere', { s: '../../etc', a: [] }],
    ['an action that is none', { s: 'x', a: [{ type: 'run', code: 'alert(1)' }] }],
    ['an action before the one that it was done after', { s: 'x', a: [{ type: 'build' }], u: [[0, 0]] }],
    ['a note on an action that is not there', { s: 'x', a: [], n: [[1, 'Here.']] }],
    ['a duel of a thousand rounds', { s: 'x', a: [], d: { left: { files: {} }, right: { files: {} }, series: { kind: 'scene', rounds: 1_000 } } }],
    ['a script for a path', { s: 'x', a: [{ type: 'write', path: 7, text: '' }] }],
    ['too many actions', { s: 'x', a: Array.from({ length: 20_001 }, () => ({ type: 'build' })) }],
  ])('is refused with %s', (_, value) => {
    expect(readLink(packed(value))).toMatchObject({ ok: false, problem: 'not-a-scene' });
  });

  it('says where a scene is wrong', () => {
    expect(readLink(packed({ s: 'x', a: [{ type: 'build' }, { type: 'wait', duration: -1 }] }))).toEqual({ ok: false, problem: 'not-a-scene', place: 'a.1.duration' });
  });

  it('leaves prototypes alone', () => {
    const read = readLink(packed('{"s":"x","a":[{"type":"options","options":{"buildArgs":{"__proto__":"x","A":"1"}}}],"__proto__":{"polluted":true}}'));
    expect(read.ok).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    if (read.ok) expect((read.scene as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is refused where it inflates a thousandfold, before it has', () => {
    const bomb = toBase64url(deflateSync(new Uint8Array(bounds.bytes * 3), { level: 9 }));
    expect(bomb.length).toBeLessThan(50_000);
    expect(unpack(bomb)).toEqual({ ok: false, reason: 'too-long' });
    expect(readLink(`ls1.${bomb}`)).toEqual({ ok: false, problem: 'too-long' });
    expect(readLink(`ls1.${'A'.repeat(bounds.letters + 1)}`)).toEqual({ ok: false, problem: 'too-long' });
  });
});

describe('letters of a link', () => {
  it('are base64url: every row of bytes comes back', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const letters = toBase64url(bytes);
      expect(letters).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(letters)).toEqual(bytes);
    }), { seed: 3 });
  });

  it('may have the padding and the letters that other tools write', () => {
    expect(fromBase64url('-_8=')).toEqual(fromBase64url('+/8'));
    expect(fromBase64url('A')).toBeUndefined();
  });
});
