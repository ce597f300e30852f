import { afterEach, describe, expect, it } from 'vitest';
import { pack } from '#lib/share/packed.ts';
import { readLink, writeLink } from '#lib/share/scene-link.ts';
import { DOCKERFILE, session, type Told } from './session.fixture.ts';
import type { Presentation, Source } from './vocabulary.ts';

const scene: Source = { kind: 'scene', scene: 'go-two-stages' };
const open: Told[] = [];

async function opened(source: Source = scene, presentation: Partial<Presentation> = {}): Promise<Told> {
  const told = session(presentation);
  open.push(told);
  await told.session.methods.load(source);
  return told;
}

/** What loading it is rejected with; the session says the same, and so does the event. */
async function refusal(source: unknown): Promise<string> {
  const told = session();
  open.push(told);
  const error = await told.session.methods.load(source as Source).then(() => undefined, (one: Error) => one);
  expect(error).toBeInstanceOf(Error);
  expect(told.session.problem).toBe(error!.message);
  expect(told.of('error')).toEqual([{ says: error!.message }]);
  expect(told.of('ready')).toEqual([]);
  expect(told.session.bench).toBeUndefined();
  return error!.message;
}

const fragmentOf = (url: string) => url.slice(url.indexOf('#'));

afterEach(() => {
  for (const { session } of open.splice(0)) session.end();
});

describe('what an embed can show', () => {
  it('is a named scene as it begins', async () => {
    const { session, of } = await opened();
    expect(of('ready')).toHaveLength(1);
    expect(of('ready')[0]).toMatchObject({ predicted: true, failed: false, cached: 8, rebuilt: 0, says: 'Nothing will rebuild.' });
    expect(of('ready')[0]!.steps[0]).toEqual({ id: '0.1', stage: 'build', text: 'FROM golang:1.22', state: 'cached', line: 1 });
    expect(session.title).toBe('Go, two stages');
  });

  it('is the scene of a lesson, which no page of its own has', async () => {
    const { session } = await opened({ kind: 'lesson', lesson: 'mounts' });
    expect(session.bench?.snapshot.scenario.slug).toBe('learn/mounts');
    expect(session.record?.steps).toHaveLength(5);
  });

  it('is what a link holds: files, builds, and the step that was looked at', async () => {
    const link = writeLink({ scenario: 'go-two-stages', actions: [{ type: 'write', path: 'README.md', text: 'other\n' }, { type: 'build' }], step: '0.5', file: 'README.md', build: 2 });
    const { session, of } = await opened({ kind: 'link', link: `https://somewhere.test/page#${link}` });
    expect(session.bench?.snapshot.builds).toHaveLength(2);
    expect(of('ready')[0]).toMatchObject({ build: 2, predicted: false, rebuilt: 2 });
    expect(session.bench?.selected).toBe('0.5');
    expect(session.file).toBe('README.md');
    expect(session.bench?.texts['README.md']).toBe('other\n');
  });

  it('is the scene of a lesson in a link', async () => {
    const { session } = await opened({ kind: 'link', link: writeLink({ scenario: 'learn/mounts', actions: [{ type: 'build' }] }) });
    expect(session.bench?.snapshot.scenario.slug).toBe('learn/mounts');
    expect(session.bench?.snapshot.builds).toHaveLength(2);
  });

  it('is a Dockerfile alone: what it copies is made up, and said to be', async () => {
    const { session } = await opened({ kind: 'files', files: [{ path: 'Dockerfile', text: DOCKERFILE }] });
    expect(session.record?.steps).toHaveLength(5);
    expect(session.beginning?.invented).toContain('requirements.txt');
    expect(session.beginning?.invented).not.toContain('Dockerfile');
    expect(session.worth.length).toBeGreaterThan(0);
  });

  it('is files laid over those of a scene', async () => {
    const { session } = await opened({ kind: 'files', files: [{ path: './README.md', text: 'mine' }], scene: 'go-two-stages' });
    const { files } = await session.methods.getState();
    expect(files).toContain('main.go');
    expect(await session.bench?.ask('read', { path: 'README.md', at: 'now' })).toBe('mine');
  });

  it('leaves out files whose path climbs out of the context, and says which', async () => {
    const { session } = await opened({ kind: 'files', files: [{ path: 'Dockerfile', text: DOCKERFILE }, { path: '../x', text: '' }, { path: '/etc/passwd', text: '' }] });
    expect(session.beginning?.leftOut).toEqual(['../x', '/etc/passwd']);
    const { files } = await session.methods.getState();
    expect(files.filter((path) => path.includes('..') || path.includes('passwd'))).toEqual([]);
  });

  it('changes when something else is loaded; the last that was asked for counts', async () => {
    const { session, of } = await opened();
    const [first, second] = [session.methods.load({ kind: 'lesson', lesson: 'mounts' }), session.methods.load({ kind: 'scene', scene: 'rails' })];
    await expect(first).rejects.toThrow('This embed has ended.');
    await second;
    expect(session.bench?.snapshot.scenario.slug).toBe('rails');
    expect(of('ready')).toHaveLength(2);
  });

  it('stays what it was, with all that was done in it, when something else cannot be opened', async () => {
    const { session, of } = await opened();
    await session.methods.editFile('main.go', 'package main\n');
    await expect(session.methods.load({ kind: 'link', link: 'ls1.AAAA' })).rejects.toThrow(/damaged/);
    expect([...session.bench!.edited]).toEqual(['main.go']);
    expect(session.bench?.notice).toMatchObject({ kind: 'problem', text: of('error')[0]!.says });
    expect(session.problem).toBeUndefined();
  });
});

describe('what an embed refuses with a sentence', () => {
  it.each([
    ['a scene that is nowhere', { kind: 'scene', scene: 'nothing-here' }, 'There is no scene with the name nothing-here.'],
    ['a name of a prototype', { kind: 'scene', scene: '__proto__' }, 'There is no scene with the name __proto__.'],
    ['a lesson named like one', { kind: 'lesson', lesson: 'constructor' }, 'There is no lesson with the name constructor.'],
    ['a lesson that leads elsewhere', { kind: 'lesson', lesson: '../../package' }, 'There is no lesson with the name ../../package.'],
    ['files over a scene that is nowhere', { kind: 'files', files: [], scene: 'no-scene' }, 'There is no scene with the name no-scene.'],
    ['files without a Dockerfile', { kind: 'files', files: [{ path: 'main.py', text: '' }] }, 'None of the files is a Dockerfile.'],
    ['files that are none', { kind: 'files', files: [{ path: 7 }] }, 'Nothing was given to show: a scene, a lesson, a link or a Dockerfile.'],
    ['nothing at all', { kind: 'nothing' }, 'Nothing was given to show: a scene, a lesson, a link or a Dockerfile.'],
    ['what is no link', { kind: 'link', link: 'https://layers.test/' }, 'This is no link to a scene.'],
    ['a link that is cut off', { kind: 'link', link: '#ls1.abc' }, 'The link is cut off or damaged. It was read no further.'],
    ['a link of a later version', { kind: 'link', link: '#ls9.abc' }, 'The link was made by a newer version of Layerscope than this one.'],
    ['a link to a scene that leads elsewhere', { kind: 'link', link: writeLink({ scenario: 'other/mounts', actions: [] }) }, 'There is no scene with the name other/mounts.'],
    ['a link to an exercise', { kind: 'link', link: writeLink({ scenario: 'learn/mounts/a-first', actions: [] }) }, 'There is no scene with the name learn/mounts/a-first.'],
  ])('is %s', async (_, source, sentence) => {
    expect(await refusal(source)).toBe(sentence);
  });

  it('is a link that inflates a thousandfold, or that holds what is no action', async () => {
    expect(await refusal({ kind: 'link', link: `#ls1.${pack(' '.repeat(9_000_000))}` })).toBe('The link is too large to be read.');
    expect(await refusal({ kind: 'link', link: `#ls1.${pack('{"s":"x","a":[{"type":"run","code":"alert(1)"}],"__proto__":{"polluted":1}}')}` })).toContain('The link holds no scene that can be shown');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is more files and more text than a page should give', async () => {
    expect(await refusal({ kind: 'files', files: Array.from({ length: 501 }, (_, at) => ({ path: `f${at}`, text: '' })) })).toContain('too many files');
    expect(await refusal({ kind: 'files', files: [{ path: 'Dockerfile', text: 'x'.repeat(2_000_001) }] })).toContain('too much text');
  });

  it('is never told as a trace, whatever breaks inside', async () => {
    const broken = session({}, () => ({ onmessage: null, onerror: null, terminate() {}, postMessage() { throw new TypeError('x is not a function'); } }));
    await expect(broken.session.methods.load(scene)).rejects.toThrow(/^The engine could not do this\. Everything else is as it was\.$/);
  });
});

describe('what an embed can be asked for', () => {
  it('edits a file as the scene offers it, tells the change and what it would cost', async () => {
    const { session, of } = await opened();
    const told = await session.methods.editFile('main.go');
    expect(told).toMatchObject({ predicted: true, rebuilt: 3, cached: 5 });
    expect(told.says).toMatch(/^3 of 8 steps will rebuild, about /);
    expect(of('change')).toEqual([{ path: 'main.go', prediction: told }]);
    expect(of('statement')).toEqual([{ verb: 'interacted', object: 'go-two-stages' }]);
    expect(await session.bench?.ask('read', { path: 'main.go', at: 'now' })).toContain('greeter listening on');
  });

  it('edits a file again with a comment in its own language', async () => {
    const { session } = await opened();
    await session.methods.editFile('main.go');
    await session.methods.editFile('main.go');
    await session.methods.editFile('go.mod');
    expect(await session.bench?.ask('read', { path: 'main.go', at: 'now' })).toMatch(/\n\/\/ edit 2\n$/);
    expect(await session.bench?.ask('read', { path: 'go.mod', at: 'now' })).toMatch(/\n\/\/ edit 3\n$/);
  });

  it('gives a file a text, also one that was not there', async () => {
    const { session } = await opened();
    expect((await session.methods.editFile('notes.txt', 'new')).rebuilt).toBe(2);
    expect((await session.methods.getState()).files).toContain('notes.txt');
  });

  it('changes a file of bytes that nobody can type by its mode', async () => {
    const { session, of } = await opened({ kind: 'scene', scene: 'data-science' });
    const binary = session.bench!.snapshot.files.find(({ type, text, ignored }) => type === 'file' && !text && !ignored);
    if (binary === undefined) throw new Error('the scene has a binary');
    await session.methods.editFile(binary.path);
    expect(session.bench!.snapshot.files.find(({ path }) => path === binary.path)?.mode).toBe(binary.mode ^ 0o100);
    expect(of('change')).toHaveLength(1);
  });

  it('takes an edit back when its switch is pressed again', async () => {
    const { session } = await opened();
    await session.turn('README.md');
    expect([...session.bench!.edited]).toEqual(['README.md']);
    await session.turn('README.md');
    expect([...session.bench!.edited]).toEqual([]);
    expect(session.bench!.record).toMatchObject({ predicted: true });
    expect(session.record!.steps.every(({ state }) => state === 'cached')).toBe(true);
  });

  it('builds, and tells what came of it with its reason', async () => {
    const { session, of } = await opened();
    await session.methods.editFile('README.md');
    const built = await session.methods.build();
    expect(built).toMatchObject({ build: 2, predicted: false, failed: false, rebuilt: 2, cached: 6 });
    expect(built.says).toContain('The image is the same.');
    expect(of('build')).toEqual([built]);
    expect(of('statement').at(-1)).toEqual({ verb: 'completed', object: 'go-two-stages', result: { success: true } });
  });

  it('tells a build that fails as one', async () => {
    const { session, of } = await opened();
    await session.methods.editFile('Dockerfile', 'FROM golang:1.22\nRUN false\nCOPY . .\n');
    expect(await session.methods.build()).toMatchObject({ failed: true });
    expect(of('build')[0]!.steps.map(({ state }) => state)).toEqual(['cached', 'failed', 'stopped']);
  });

  it('builds nothing where the Dockerfile cannot be read, and says so', async () => {
    const { session, of } = await opened();
    const told = await session.methods.editFile('Dockerfile', 'COPPY . .\n');
    expect(told).toMatchObject({ predicted: true, failed: true, steps: [] });
    await expect(session.methods.build()).rejects.toThrow('The Dockerfile cannot be read, so nothing was built.');
    expect(of('build')).toEqual([]);
    expect(session.record?.steps).toHaveLength(8);
  });

  it('looks at a step by its id and by its number in the file, and says why', async () => {
    const { session, of } = await opened();
    await session.methods.editFile('main.go');
    expect(await session.methods.step(5)).toMatchObject({ id: '0.5', text: 'COPY . .', line: 5, state: 'rebuilt' });
    expect(await session.methods.step('0.6')).toMatchObject({ line: 6 });
    expect(of('step').map(({ id }) => id)).toEqual(['0.5', '0.6']);
    expect(await session.methods.explain('0.5')).toBe('COPY . . will rebuild because main.go changed.');
    expect(of('explain')).toEqual([{ step: '0.5', says: 'COPY . . will rebuild because main.go changed.' }]);
  });

  it('gives a link to what is shown, which opens as the same', async () => {
    const { session, of } = await opened();
    await session.methods.editFile('main.go');
    await session.methods.build();
    const url = await session.methods.getShareUrl();
    expect(url).toMatch(/^https:\/\/layers\.test\/#ls1\./);
    expect(of('share')).toEqual([{ url }]);
    const again = await opened({ kind: 'link', link: url });
    expect(again.session.bench?.snapshot.builds.map(({ states }) => states)).toEqual(session.bench?.snapshot.builds.map(({ states }) => states));
  });

  it('links a scene by its page, and one that only the page around has by its files', async () => {
    const rails = await opened({ kind: 'scene', scene: 'rails' });
    expect(await rails.session.methods.getShareUrl()).toMatch(/^https:\/\/layers\.test\/e\/rails\/#ls1\./);
    const own = await opened({ kind: 'files', files: [{ path: 'Dockerfile', text: DOCKERFILE }] });
    await own.session.methods.editFile('main.py');
    const url = await own.session.methods.getShareUrl();
    expect(readLink(fragmentOf(url))).toMatchObject({ ok: true, scene: { scenario: 'go-two-stages' } });
    const again = await opened({ kind: 'link', link: url });
    expect(again.session.record?.steps.map(({ text, state }) => [text, state])).toEqual(own.session.record?.steps.map(({ text, state }) => [text, state]));
  });

  it('tells its state: a link to itself, what is shown, the builds and the files', async () => {
    const { session } = await opened();
    await session.methods.editFile('main.go');
    const state = await session.methods.getState();
    expect(state.shown).toMatchObject({ predicted: true, rebuilt: 3 });
    expect(state.builds.map(({ build }) => build)).toEqual([1]);
    expect(state.files).toContain('main.go');
    expect(readLink(state.source)).toMatchObject({ ok: true, scene: { actions: [{ type: 'write', path: 'main.go' }] } });
  });

  it('goes back one edit, and to where the reader started', async () => {
    const { session, of } = await opened(scene, { edit: 'README.md' });
    await session.methods.editFile('main.go');
    await session.methods.editFile('go.mod');
    await session.undo();
    expect([...session.bench!.edited].sort()).toEqual(['README.md', 'main.go']);
    expect(of('change').at(-1)).toMatchObject({ path: 'go.mod' });
    await session.startOver();
    expect([...session.bench!.edited]).toEqual(['README.md']);
  });

  it('takes what is typed as a change, told once for all letters that came together', async () => {
    const { session, of } = await opened();
    session.type('Dockerfile', 'FROM golang:1.22\n');
    session.type('Dockerfile', 'FROM golang:1.22\nRUN true\n');
    await session.bench!.ask('read', { path: 'Dockerfile', at: 'now' });
    await Promise.resolve();
    expect(of('change')).toHaveLength(1);
    expect(of('change')[0]).toMatchObject({ path: 'Dockerfile', prediction: { steps: [{ text: 'FROM golang:1.22' }, { text: 'RUN true' }] } });
  });

  it.each([
    ['an edit of no file', (told: Told) => told.session.methods.editFile('nothing.go'), 'There is no file nothing.go here.'],
    ['an edit of a folder', (told: Told) => told.session.methods.editFile('greet'), 'There is no file greet here.'],
    ['a text that is none', (told: Told) => told.session.methods.editFile('a', 7 as never), 'The text of a file is given as a string.'],
    ['a step that is not there', (told: Told) => told.session.methods.step(99), 'There is no step 99.'],
    ['a step named like a prototype', (told: Told) => told.session.methods.step('__proto__'), 'There is no step __proto__.'],
    ['a reason for no step', (told: Told) => told.session.methods.explain('9.9'), 'There is no step 9.9.'],
  ])('refuses %s with a sentence, told as well', async (_, ask, sentence) => {
    const told = await opened();
    await expect(ask(told)).rejects.toThrow(sentence);
    expect(told.of('error')).toEqual([{ says: sentence }]);
    expect(told.session.bench?.edited.size).toBe(0);
  });

  it('refuses a path that climbs out of the context', async () => {
    const { session } = await opened();
    await expect(session.methods.editFile('../x', 'text')).rejects.toThrow();
    expect((await session.methods.getState()).files.some((path) => path.includes('..'))).toBe(false);
  });

  it('is asked for nothing after its end', async () => {
    const { session } = await opened();
    session.end();
    await expect(session.methods.build()).rejects.toThrow('This embed has ended.');
  });

  it('keeps nothing in the browser of the page', async () => {
    localStorage.clear();
    const { session } = await opened();
    await session.methods.editFile('main.go');
    await session.methods.build();
    expect(localStorage).toHaveLength(0);
  });
});

describe('how an embed begins', () => {
  it('edits a file before it is shown, which no undo takes back', async () => {
    const { session, of } = await opened(scene, { edit: 'main.go' });
    expect(of('ready')[0]).toMatchObject({ rebuilt: 3 });
    expect(of('change')).toEqual([]);
    expect(session.bench?.log?.at).toBe(session.begun);
  });

  it('looks at the step that it was told to, and shows the file', async () => {
    const { session } = await opened(scene, { step: '5', file: 'go.mod' });
    expect(session.bench?.selected).toBe('0.5');
    expect(session.file).toBe('go.mod');
  });

  it('says what of it cannot be done, and shows the rest', async () => {
    const { session, of } = await opened(scene, { edit: 'nothing.go', file: 'none.go', step: '44' });
    expect(of('error').map(({ says }) => says)).toEqual(['There is no file nothing.go here.', 'There is no file none.go here.', 'There is no step 44.']);
    expect(of('ready')).toHaveLength(1);
    expect(session.bench?.notice?.text).toBe('There is no step 44.');
  });

  it('is presented another way without losing what was done', async () => {
    const { session, of } = await opened();
    await session.methods.editFile('main.go');
    session.present({ ...session.presentation, step: '2', view: 'graph' });
    await session.bench!.ask('read', { path: 'Dockerfile', at: 'now' });
    await expect.poll(() => of('step')).toHaveLength(1);
    expect([...session.bench!.edited]).toEqual(['main.go']);
  });
});

describe('the promise of the page around', () => {
  const afterEdit = ['hit', 'hit', 'hit', 'hit', 'miss', 'miss', 'hit', 'miss'] as const;

  it('holds, and is told to', async () => {
    const { of } = await opened(scene, { edit: 'main.go', expect: afterEdit });
    expect(of('expect')).toEqual([{ holds: true, expected: afterEdit, got: afterEdit }]);
  });

  it('does not hold: it is told what was promised and what came', async () => {
    const { session, of } = await opened(scene, { edit: 'README.md', expect: afterEdit });
    expect(of('expect')).toMatchObject([{ holds: false, got: ['hit', 'hit', 'hit', 'hit', 'miss', 'miss', 'hit', 'hit'] }]);
    expect(session.promise?.holds).toBe(false);
  });

  it('does not hold of another number of steps', async () => {
    const { of } = await opened(scene, { expect: ['hit'] });
    expect(of('expect')).toMatchObject([{ holds: false }]);
  });

  it('is not broken by another edit of the file that it began with, which starting over takes back', async () => {
    const { session } = await opened(scene, { edit: 'main.go', expect: afterEdit });
    await session.turn('main.go');
    expect([...session.bench!.edited]).toEqual([]);
    expect(session.promise).toBeUndefined();
    await session.startOver();
    expect([...session.bench!.edited]).toEqual(['main.go']);
    expect(session.promise?.holds).toBe(true);
  });

  it('is not broken by what the reader does, and stands again when that is taken back', async () => {
    const { session, of } = await opened(scene, { edit: 'main.go', expect: afterEdit });
    await session.methods.editFile('go.mod');
    expect(session.promise).toBeUndefined();
    await session.startOver();
    expect(session.promise?.holds).toBe(true);
    await session.methods.build();
    expect(session.promise?.holds).toBe(true);
    expect(of('expect').every(({ holds }) => holds)).toBe(true);
  });
});

describe('an embed that asks before it shows', () => {
  const asked: Partial<Presentation> = { edit: 'README.md', predict: true };
  /** What README.md does to the steps of the scene, in the order of the file. */
  const states = ['cached', 'cached', 'cached', 'cached', 'rebuilt', 'rebuilt', 'cached', 'cached'];
  const markAll = ({ session }: Told, mark: (at: number) => 'hit' | 'miss' | undefined) =>
    session.question!.asked.forEach(({ id }, at) => {
      const said = mark(at);
      if (said) session.question!.mark(id, said);
    });
  const asBuilt = (at: number) => (states[at] === 'cached' ? ('hit' as const) : ('miss' as const));

  it('tells nothing of what becomes of a step until that is revealed, whatever happens and is asked for', async () => {
    const told = await opened(scene, { ...asked, expect: ['hit'] });
    const { session, of, events } = told;
    await session.methods.editFile('main.go');
    await session.turn('go.mod');
    expect(session.selected).toBeUndefined();
    expect(readLink(fragmentOf((await session.methods.getState()).source))).toMatchObject({ ok: true, scene: expect.not.objectContaining({ step: expect.anything() as unknown }) as unknown });
    await session.methods.step(5);
    expect(session.selected).toBe('0.5');
    await session.undo();
    expect(of('ready')[0]).toMatchObject({ veiled: true, predicted: true, failed: false, cached: 0, rebuilt: 0, duration: 0, says: 'Which steps will rebuild?' });
    expect(of('ready')[0]!.steps).toHaveLength(8);
    expect(of('step')[0]).toMatchObject({ id: '0.5', state: 'veiled' });
    expect((await session.methods.getState()).shown).toMatchObject({ veiled: true, rebuilt: 0 });
    expect(JSON.stringify(events)).not.toMatch(/:"(cached|rebuilt|failed|stopped|not-needed)"|will rebuild,|because|"holds"/);
    await expect(session.methods.explain('0.5')).rejects.toThrow('What the build does is hidden until it is revealed.');
    await expect(session.methods.exportSvg()).rejects.toThrow('What the build does is hidden until it is revealed.');
  });

  it('tells with the build how many marks were right, and goes to the first that was not', async () => {
    const told = await opened(scene, asked);
    const { session, of } = told;
    markAll(told, (at) => (at === 6 ? 'miss' : asBuilt(at)));
    expect(await session.methods.build()).toMatchObject({ rebuilt: 2, cached: 6 });
    expect(of('predict')).toEqual([{ right: 7, of: 8, steps: session.record!.steps.map(({ id, state }, at) => ({ id, marked: at === 6 ? 'miss' : asBuilt(at), state })) }]);
    expect(of('statement').slice(-2)).toEqual([
      { verb: 'completed', object: 'go-two-stages', result: { success: true } },
      { verb: 'answered', object: 'go-two-stages', result: { score: 7 / 8, success: false } },
    ]);
    expect(session.answer).toEqual({ right: 7, of: 8, wrong: [session.record!.steps[6]!.id], unmarked: 0 });
    expect(session.bench?.selected).toBe(session.record!.steps[6]!.id);
    expect(await session.methods.explain('0.5')).toContain('because');
  });

  it('is answered well where every step is marked as it comes', async () => {
    const told = await opened(scene, asked);
    markAll(told, asBuilt);
    await told.session.methods.build();
    expect(told.of('statement').at(-1)).toEqual({ verb: 'answered', object: 'go-two-stages', result: { score: 1, success: true } });
  });

  it('counts a step without a mark as not right, and tells no answer where nothing was marked', async () => {
    const some = await opened(scene, asked);
    markAll(some, (at) => (at < 4 ? 'hit' : undefined));
    await some.session.methods.build();
    expect(some.of('predict')[0]).toMatchObject({ right: 4, of: 8 });
    expect(some.session.answer).toMatchObject({ wrong: [], unmarked: 4 });
    const none = await opened(scene, asked);
    await none.session.methods.build();
    expect([none.of('predict'), none.of('build').length, none.session.veiled, none.session.answer]).toEqual([[], 1, false, undefined]);
    expect(none.of('statement').map(({ verb }) => verb)).not.toContain('answered');
  });

  it('takes a step that failed for one that ran, and asks for none that is not needed', async () => {
    const files = [{ path: 'Dockerfile', text: 'FROM alpine AS unused\nRUN true\nFROM alpine\nRUN false\nRUN echo after\n' }];
    const told = await opened({ kind: 'files', files }, { predict: true });
    expect(told.session.question!.asked.map(({ text }) => text)).toEqual(['FROM alpine', 'RUN false', 'RUN echo after']);
    markAll(told, (at) => (at === 0 ? 'hit' : 'miss'));
    await told.session.methods.build();
    expect(told.of('predict')[0]).toMatchObject({ right: 2, of: 2 });
    expect(told.of('predict')[0]!.steps.map(({ state }) => state)).toEqual(['cached', 'failed', 'stopped']);
  });

  it('keeps marks through an edit, but those of steps that are others by then', async () => {
    const told = await opened(scene, asked);
    markAll(told, asBuilt);
    await told.session.methods.editFile('main.go');
    expect(told.session.question!.marks.size).toBe(8);
    const text = (await told.session.bench!.ask('read', { path: 'Dockerfile', at: 'now' })) as string;
    await told.session.methods.editFile('Dockerfile', text.replace('COPY . .', 'COPY . ./'));
    expect(told.session.question!.marks.size).toBe(7);
  });

  it('knows no step that is not asked for', async () => {
    const { session } = await opened(scene, asked);
    for (const id of ['9.9', '__proto__', 'constructor', '']) session.question!.mark(id, 'hit');
    expect(session.question!.marks.size).toBe(0);
  });

  it('asks again when the reader starts over, and the score is of its build alone', async () => {
    const told = await opened(scene, asked);
    markAll(told, asBuilt);
    await told.session.methods.build();
    await told.session.methods.editFile('main.go');
    expect([told.session.answer, told.session.veiled]).toEqual([undefined, false]);
    await told.session.startOver();
    expect([told.session.veiled, told.session.question!.marks.size, told.session.answer]).toEqual([true, 0, undefined]);
    markAll(told, () => 'hit');
    await told.session.methods.build();
    expect(told.of('predict').map(({ right }) => right)).toEqual([8, 6]);
  });

  it('holds what the page promises back until then', async () => {
    const expected = ['hit', 'hit', 'hit', 'hit', 'miss', 'miss', 'hit', 'hit'] as const;
    const { session, of } = await opened(scene, { ...asked, expect: expected });
    expect([session.promise, of('expect')]).toEqual([undefined, []]);
    await session.methods.build();
    expect(of('expect')).toMatchObject([{ holds: true }]);
  });

  it('asks nothing without a graph or without buttons, and begins and ends as it is presented', async () => {
    for (const other of [{ view: 'editor' }, { ui: 'lite' }] as const) expect((await opened(scene, { ...asked, ...other })).session.veiled).toBe(false);
    const { session } = await opened(scene, { edit: 'README.md' });
    session.present({ ...session.presentation, predict: true });
    await expect.poll(() => session.veiled).toBe(true);
    session.present({ ...session.presentation, predict: false });
    await expect.poll(() => session.veiled).toBe(false);
  });
});
