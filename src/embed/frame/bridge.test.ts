import { afterEach, describe, expect, it, vi } from 'vitest';
import * as fc from 'fast-check';
import type { Message, Methods, ToldBuild } from '../vocabulary.ts';
import { bounds } from '#lib/share/packed.ts';
import { createBridge, type BridgeOptions } from './bridge.ts';
import { limits } from './checked.ts';

const told: ToldBuild = { predicted: true, failed: false, cached: 2, rebuilt: 1, duration: 100, steps: [], says: '1 of 3 will rebuild.' };
const parent = { name: 'the page around it' };

function methodsWith(some: Partial<Methods> = {}) {
  return {
    load: vi.fn<Methods['load']>().mockResolvedValue(told),
    getState: vi.fn<Methods['getState']>().mockResolvedValue({ source: 'scene', shown: told, builds: [], files: [] }),
    editFile: vi.fn<Methods['editFile']>().mockResolvedValue(told),
    build: vi.fn<Methods['build']>().mockResolvedValue(told),
    step: vi.fn<Methods['step']>().mockRejectedValue(new Error('There is no step 9.')),
    explain: vi.fn<Methods['explain']>().mockResolvedValue('It is cached.'),
    getShareUrl: vi.fn<Methods['getShareUrl']>().mockResolvedValue('https://example.org/#ls1.'),
    exportSvg: vi.fn<Methods['exportSvg']>().mockResolvedValue('<svg></svg>'),
    destroy: vi.fn<Methods['destroy']>().mockResolvedValue(),
    ...some,
  };
}

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A frame, and a page that talks to it. */
function framed(options: Partial<BridgeOptions> = {}, methods = methodsWith()) {
  const bridge = createBridge({ id: 'f1', methods: () => Promise.resolve(methods), present: () => undefined, parent, origins: undefined, words: () => Promise.resolve(), ...options });
  function connect(data: unknown = { ls: 1, type: 'connect', id: 'page' }, event: { source?: unknown; origin?: string } = {}) {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const heard: Message[] = [];
    port1.onmessage = ({ data }: MessageEvent<Message>) => void heard.push(data);
    bridge.receive({ data, source: parent, origin: 'https://docs.example', ports: [port2], ...event } as unknown as MessageEvent);
    return {
      heard,
      send: (message: unknown) => port1.postMessage(message),
      call: (id: string, method: string, ...args: readonly unknown[]) => port1.postMessage({ ls: 1, type: 'call', id, detail: { method, args } }),
      /** The reply with this id. */
      reply: (id: string) =>
        vi.waitFor(
          () => {
            const found = heard.find((message) => message.type === 'reply' && message.id === id) as Extract<Message, { type: 'reply' }> | undefined;
            if (!found) throw new Error(`no reply ${id} among ${JSON.stringify(heard)}`);
            return found.detail;
          },
          { timeout: 10_000 },
        ),
    };
  }
  return { bridge, methods, connect };
}

describe('a frame', () => {
  it('answers the page around it, in the order in which it was asked', async () => {
    const { connect, methods } = framed();
    const page = connect();
    expect(await page.reply('page')).toEqual({ value: 'f1' });
    page.call('a', 'editFile', 'main.go', 'package main\n');
    page.call('b', 'build');
    page.call('c', 'explain');
    expect(await page.reply('c')).toEqual({ value: 'It is cached.' });
    expect(page.heard.map(({ id }) => id)).toEqual(['page', 'a', 'b', 'c']);
    expect(methods.editFile).toHaveBeenCalledWith('main.go', 'package main\n');
  });

  it('tells its events to every connected page, and its first record to those that come later', async () => {
    const { bridge, connect } = framed();
    const early = connect();
    bridge.tell('ready', told);
    const late = connect({ ls: 1, type: 'connect', id: 'other' });
    for (const page of [early, late]) await vi.waitFor(() => expect(page.heard.some(({ type }) => type === 'ls:ready')).toBe(true));
    bridge.tell('build', { ...told, build: 2, predicted: false });
    for (const page of [early, late]) await vi.waitFor(() => expect(page.heard.at(-1)).toMatchObject({ ls: 1, type: 'ls:build', id: 'f1', detail: { build: 2 } }));
  });

  it('presents the same another way, where the page around it asks for what there is', async () => {
    const present = vi.fn<BridgeOptions['present']>();
    const page = framed({ present }).connect();
    page.send({ ls: 1, type: 'present', id: 'a', detail: { theme: 'dark', readonly: true } });
    expect(await page.reply('a')).toEqual({ value: undefined });
    page.send({ ls: 1, type: 'present', id: 'b', detail: { theme: 'neon' } });
    expect(await page.reply('b')).toEqual({ error: 'present was called with values that it does not take (at theme).' });
    expect(present.mock.calls).toEqual([[{ theme: 'dark', readonly: true }]]);
  });

  it('passes on why something cannot be done', async () => {
    const page = framed().connect();
    page.call('a', 'step', 9);
    expect(await page.reply('a')).toEqual({ error: 'There is no step 9.' });
  });

  it('says no word to any window but the one around it', async () => {
    const { connect } = framed();
    const foreign = connect(undefined, { source: { name: 'another window' } });
    const nobody = connect(undefined, { source: null });
    const page = connect();
    await page.reply('page');
    expect([...foreign.heard, ...nobody.heard]).toEqual([]);
  });

  it('answers only listed origins, where a list is given, and says so to the others', async () => {
    const { connect, methods } = framed({ origins: ['https://docs.example', 'null'] });
    expect(await connect().reply('page')).toEqual({ value: 'f1' });
    expect(await connect({ ls: 1, type: 'connect', id: 'opaque' }, { origin: 'null' }).reply('opaque')).toEqual({ value: 'f1' });
    const foreign = connect({ ls: 1, type: 'connect', id: 'foreign' }, { origin: 'https://docs.example.evil' });
    expect(await foreign.reply('foreign')).toEqual({ error: 'This frame answers only to https://docs.example, null.' });
    foreign.call('a', 'build');
    await connect().reply('page');
    expect(methods.build).not.toHaveBeenCalled();
  });

  it('leaves messages of other scripts alone', async () => {
    const { connect } = framed();
    const strangers = [null, 7, 'ls', [], { type: 'connect' }, Object.create({ ls: 1 })].map((data) => connect(data));
    await connect().reply('page');
    expect(strangers.flatMap(({ heard }) => heard)).toEqual([]);
  });

  it('takes the newest port of a page that connects again, and no more than a few pages', async () => {
    const { connect } = framed();
    const first = connect();
    await first.reply('page');
    const again = connect();
    await again.reply('page');
    again.call('a', 'build');
    await again.reply('a');
    for (let n = 1; n < limits.connections; n++) await connect({ ls: 1, type: 'connect', id: `p${n}` }).reply(`p${n}`);
    expect(await connect({ ls: 1, type: 'connect', id: 'late' }).reply('late')).toEqual({ error: 'At most 8 connections are open at once.' });
  });

  it('refuses calls after its end', async () => {
    const { bridge, connect, methods } = framed();
    const page = connect();
    await page.reply('page');
    bridge.end();
    page.call('a', 'build');
    expect(await page.reply('a')).toEqual({ error: 'This embed was ended.' });
    expect(methods.build).not.toHaveBeenCalled();
  });

  it('says when a reply cannot be sent', async () => {
    const { connect } = framed({}, methodsWith({ explain: () => Promise.resolve((() => 0) as unknown as string) }));
    const page = connect();
    page.call('a', 'explain');
    expect(await page.reply('a')).toEqual({ error: 'The reply could not be sent.' });
  });
});

describe('what is wrong with a message is said, and nothing of it is done', () => {
  const call = (method: unknown, args: unknown, more: object = {}) => ({ ls: 1, type: 'call', id: 'x', detail: { method, args }, ...more });
  const noMessage = 'This is no message that a Layerscope frame understands.';
  const values = (method: string, place: string) => `${method} was called with values that it does not take (at ${place}).`;

  it.each<[string, unknown, string]>([
    ['a newer version', call('build', [], { ls: 2 }), 'This frame speaks version 1 of the messages, not 2.'],
    ['a version that is a text', call('build', [], { ls: '1' }), 'This frame speaks version 1 of the messages, not 1.'],
    ['another type', call('build', [], { type: 'reply' }), noMessage],
    ['no detail', { ls: 1, type: 'call', id: 'x' }, noMessage],
    ['values that are no list', call('build', { length: 0 }), noMessage],
    ['an unknown method', call('eval', ['alert(1)']), 'There is no method eval.'],
    ['__proto__ as a method', call('__proto__', []), 'There is no method __proto__.'],
    ['constructor as a method', call('constructor', ['return 1']), 'There is no method constructor.'],
    ['a long name', call('x'.repeat(1_000_000), []), `There is no method ${'x'.repeat(40)}.`],
    ['a value too many', call('build', [1]), values('build', '0')],
    ['a path that is a number', call('editFile', [1, 'text']), values('editFile', '0')],
    ['a text that is an object', call('editFile', ['a', { toString: 'x' }]), values('editFile', '1')],
    ['a step that is none', call('step', [0]), values('step', '0')],
    ['a step that is no number', call('step', [NaN]), values('step', '0')],
    ['a theme that is none', call('exportSvg', ['<script>']), values('exportSvg', '0')],
    ['a source of no kind', call('load', [{ kind: 'script', script: 'alert(1)' }]), values('load', '0.kind')],
    ['a source with more than it has', call('load', [{ kind: 'scene', scene: 'go', then: 1 }]), values('load', '0.then')],
    ['a source with a prototype', call('load', [JSON.parse('{"kind":"scene","scene":"go","__proto__":{"x":1}}')]), values('load', '0.__proto__')],
    ['no files', call('load', [{ kind: 'files', files: [] }]), values('load', '0.files')],
    ['a text beyond the bound', call('editFile', ['a', 'x'.repeat(limits.text + 1)]), `editFile was given more than a frame takes: at most 8,000,000 characters.`],
    ['many texts beyond it', call('load', [{ kind: 'files', files: Array.from({ length: 9 }, (_, n) => ({ path: `f${n}`, text: 'x'.repeat(1_000_000) })) }]), `load was given more than a frame takes: at most 8,000,000 characters.`],
    ['a link beyond the bound', call('load', [{ kind: 'link', link: `ls1.${'A'.repeat(limits.link)}` }]), `load was given more than a frame takes: at most 400,000 characters.`],
    ['a path beyond it', call('editFile', ['x'.repeat(5_000)]), 'editFile was given more than a frame takes: at most 4,096 characters.'],
  ])('%s', async (_, message, sentence) => {
    const { connect, methods } = framed();
    const page = connect();
    page.send(message);
    expect(await page.reply('x')).toEqual({ error: sentence });
    for (const method of Object.values(methods)) expect(method).not.toHaveBeenCalled();
    page.call('after', 'build');
    expect(await page.reply('after')).toEqual({ value: told });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('ten thousand calls in a row: a bounded number waits, each is answered, and the next is served', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const build = vi.fn<Methods['build']>(async () => (await gate, told));
    const { connect } = framed({}, methodsWith({ build }));
    const page = connect();
    await page.reply('page');
    for (let n = 0; n < 10_000; n++) page.call(`n${n}`, 'build');
    await vi.waitFor(() => expect(page.heard.length).toBe(1 + 10_000 - limits.waiting), { timeout: 30_000 });
    expect(build).toHaveBeenCalledTimes(1);
    open();
    await vi.waitFor(() => expect(page.heard.length).toBe(10_001), { timeout: 30_000 });
    expect(build).toHaveBeenCalledTimes(limits.waiting);
    expect(await page.reply('n9999')).toEqual({ error: 'At most 64 calls wait for a reply at once.' });
    page.call('after', 'getShareUrl');
    expect(await page.reply('after')).toMatchObject({ value: expect.stringContaining('#ls1.') as string });
  });

  it('whatever comes, nothing is thrown and a call is never made without its method’s values', async () => {
    const { bridge, connect, methods } = framed();
    const page = connect();
    await page.reply('page');
    fc.assert(
      fc.property(fc.object({ key: fc.oneof(fc.constantFrom('ls', 'type', 'id', 'detail', 'method', 'args', '__proto__'), fc.string()), maxDepth: 3 }), (data) => {
        bridge.receive({ data, source: parent, origin: 'https://docs.example', ports: [] } as unknown as MessageEvent);
        page.send({ ls: 1, type: 'call', id: 'x', ...data });
      }),
      { seed: 10, numRuns: 500 },
    );
    page.call('after', 'getShareUrl');
    await page.reply('after');
    for (const [name, method] of Object.entries(methods)) if (name !== 'getShareUrl') expect(method).not.toHaveBeenCalled();
  });

  it('has the bounds of a link', () => {
    expect([limits.text, limits.link]).toEqual([bounds.bytes, bounds.letters]);
  });
});
