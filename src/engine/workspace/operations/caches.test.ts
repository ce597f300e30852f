import { describe, expect, it } from 'vitest';
import { parse } from '../../image/children.ts';
import { readManifest } from '../../registry/index.ts';
import { buildOutput } from '../../solver/progress/output.ts';
import type { CacheTo } from '../build-request.ts';
import { currentMachine } from '../state.ts';
import { currentState } from '../workspace.ts';
import { after, build, edit, last, on, opened, steps } from './fixture.ts';
import { callerOf } from './resolver.ts';

const ref = 'localhost:5000/me/cache:main';
const from = [{ type: 'registry', from: ref }] as const;
const to = (mode: 'min' | 'max'): readonly CacheTo[] => [{ type: 'registry', to: ref, mode }];
const exported = (mode: 'min' | 'max') => after(opened(), on('ci'), build({ cacheTo: to(mode), cacheFrom: from }));
const edited = edit('main.txt', 'other\n');
const text = (workspace: Parameters<typeof last>[0]) => buildOutput(last(workspace).record).map((piece) => piece.text).join('');

describe('a cache that travels between runners', () => {
  it('gives the same commit everything, with min as with max', () => {
    expect(steps(after(exported('min'), build({ cacheFrom: from })))).toBe('C C C C C C');
    expect(steps(after(exported('max'), build({ cacheFrom: from })))).toBe('C C C C C C');
  });

  it('gives the next commit what stands on no edit with max, and nothing with min', () => {
    expect(steps(after(exported('max'), edited, build({ cacheFrom: from })))).toBe('C C C R R R');
    expect(steps(after(exported('min'), edited, build({ cacheFrom: from })))).toBe('R R R R R R');
  });

  it('is as good as min where it is inline, and lies in the image', () => {
    const image = after(opened(), on('ci'), build({ push: true, cacheTo: [{ type: 'inline' }] }));
    const inline = [{ type: 'registry', from: 'localhost:5000/me/app:1.0' }] as const;
    expect(steps(after(image, build({ cacheFrom: inline })))).toBe('C C C C C C');
    expect(steps(after(image, edited, build({ cacheFrom: inline })))).toBe('R R R R R R');
    expect(parse(last(image).record.images[0]!.configJson)['moby.buildkit.cache.v0']).toBeTypeOf('string');
  });

  it('lets a target’s own cache serve where min of the whole does not', () => {
    const deps = `${'FROM alpine:3.20 AS deps\nWORKDIR /src\nCOPY deps.txt .\nRUN cp deps.txt /deps\n'}FROM deps AS build\nCOPY . .\nRUN cat main.txt /deps > /app\nFROM alpine:3.20\nCOPY --from=build /app /app\n`;
    const start = after(opened({ files: { Dockerfile: { text: deps }, 'deps.txt': { text: 'a\n' }, 'main.txt': { text: 'main\n' } } }), on('ci'));
    const target = after(start, { type: 'options', options: { target: 'deps' } }, build({ cacheTo: to('min') }), { type: 'options', options: {} });
    expect(steps(after(target, edited, build({ cacheFrom: from })))).toBe('C C C R R R');
  });

  it('misses where another umask gave the files other modes', () => {
    expect(steps(after(exported('max'), on('ci2'), build({ cacheFrom: from })))).toBe('C R R R R C');
  });

  it('travels in a folder too', () => {
    const folder = after(opened(), on('ci'), build({ cacheTo: [{ type: 'local', to: '/tmp/cache', mode: 'max' }] }));
    expect(text(folder)).toMatch(/exporting cache to client directory\n#\d+ preparing build cache for export/);
    expect(steps(after(folder, edited, build({ cacheFrom: [{ type: 'local', from: '/tmp/cache/' }] })))).toBe('C C C R R R');
  });

  it('stops nothing where it is missing', () => {
    const done = after(opened(), on('ci'), build({ cacheFrom: [...from, { type: 'local', from: 'nowhere' }] }));
    expect(last(done).record.ok).toBe(true);
    expect(text(done)).toContain(`ERROR: failed to configure registry cache importer: ${ref}: not found\n`);
  });

  it('is a manifest with a config of BuildKit’s in the registry, and its layers are there once', () => {
    const done = after(opened(), on('ci'), build({ push: true, cacheTo: to('max') }));
    const state = currentState(done);
    const answer = readManifest(state.registries, ref, callerOf(state, done));
    if ('error' in answer) throw new Error(answer.error);
    expect(parse(answer.blob.text!)).toMatchObject({ config: { mediaType: 'application/vnd.buildkit.cacheconfig.v0' } });
    expect(text(done)).toMatch(/exporting cache to registry\n(?:#.*\n|\n)*#\d+ writing cache image manifest sha256:\S+ .*done\n/);
    const layers = last(done).record.images[0]!.layers.map(({ blob }) => blob!.digest);
    const uploads = (digest: string) => state.registries.hosts.get('localhost:5000')!.blobs.has(digest as `sha256:${string}`);
    expect(layers.every(uploads)).toBe(true);
  });

  it('brings the layers that the image needs under the digests that the image has', () => {
    const there = last(after(exported('max'), build({ cacheFrom: from }))).record;
    const pulled = there.events.flatMap((event) => (event.type === 'status' && event.completed !== undefined && /^sha256:/.test(event.id) ? event.id : []));
    expect(there.images[0]!.layers.map(({ blob }) => blob!.digest)).toEqual(expect.arrayContaining(pulled));
    expect(pulled).toHaveLength(2);
  });

  it('makes an image whose layers are those of the machine that exported it', () => {
    const here = exported('max');
    const there = after(here, build({ cacheFrom: from }));
    const layers = (workspace: Parameters<typeof last>[0]) => last(workspace).record.images[0]!.layers.map(({ diffId }) => diffId);
    expect(layers(there)).toEqual(layers(here));
    expect(currentMachine(currentState(there)).name).toBe('ci');
  });
});
