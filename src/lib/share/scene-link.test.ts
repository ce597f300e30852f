import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { actionsOf } from '#engine/workspace/log.ts';
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
const anyScene: fc.Arbitrary<SharedScene> = fc.record(
  { scenario: fc.constantFrom('go-two-stages', 'learn/mounts'), actions: fc.array(anyAction, { maxLength: 8 }), view: name, step: name, file: name, build: fc.nat(99), notes: fc.array(fc.record({ at: fc.nat(20), text }), { maxLength: 3 }) },
  { requiredKeys: ['scenario', 'actions'] },
);

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
