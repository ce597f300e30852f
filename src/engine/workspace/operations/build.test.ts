import { describe, expect, it } from 'vitest';
import { findImage } from '../../image/index.ts';
import { buildOutput } from '../../solver/progress/output.ts';
import type { Action } from '../action.ts';
import { imagesOf } from '../images.ts';
import { currentMachine } from '../state.ts';
import { currentState, dispatch } from '../workspace.ts';
import { after, build, edit, images, last, on, opened, steps } from './fixture.ts';

const container = { strategy: 'buildkit', driver: 'container', imageStore: 'containerd' } as const;
const older = { strategy: 'buildkit', driver: 'docker', imageStore: 'overlay2' } as const;
const classic = { strategy: 'classic', driver: 'docker', imageStore: 'overlay2' } as const;
const text = (workspace: Parameters<typeof last>[0]) => buildOutput(last(workspace).record).map((piece) => piece.text).join('');

describe('a build on a machine', () => {
  it('leaves the image and not its bases in the store, under an index', () => {
    const done = after(opened(), build());
    const state = currentState(done);
    expect(images(state)).toEqual(['localhost:5000/me/app:1.0']);
    const { images: store } = currentMachine(state);
    const { record } = last(done);
    expect(store.images.get('localhost:5000/me/app:1.0')?.target.digest).toBe(record.index?.digest);
    for (const digest of [record.index!.digest, record.images[0]!.manifestDigest, record.images[0]!.configDigest, ...record.images[0]!.layers.map(({ blob }) => blob!.digest)]) expect(store.blobs.has(digest)).toBe(true);
    expect(store.roots.get(record.images[0]!.manifestDigest)).toBe(last(done).snapshots?.[0]?.tree);
  });

  it('leaves what had the name before without one', () => {
    const done = after(opened(), build(), edit('main.txt', 'other\n'), build());
    expect(images(currentState(done))).toEqual(['localhost:5000/me/app:1.0', 'moby-dangling@…']);
  });

  it('keeps two platforms under one index, and dockerd’s older store refuses them', () => {
    const two: Action = { type: 'options', options: { tags: ['app'], platforms: ['linux/amd64', 'linux/arm64'] } };
    const done = after(opened(), two, build());
    expect(imagesOf(currentState(done), 'laptop')).toMatchObject([{ id: last(done).record.index?.digest, tags: ['app:latest'], platforms: ['linux/amd64', 'linux/arm64'] }]);
    expect(last(done).record.index?.attestations).toHaveLength(2);
    const refused = dispatch(after(opened(), two, { type: 'builder', settings: older }), build());
    expect(refused).toMatchObject({ ok: false, message: { values: { words: expect.stringMatching(/^Multi-platform build is not supported/) as string } } });
    const child = after(done, edit('Dockerfile', 'FROM app\nRUN cat /app\n'), build());
    expect(last(child).record.ok).toBe(true);
  });

  it('remembers what it said to registries', () => {
    expect(last(after(opened(), build({ push: true }))).messages?.some(({ method, about }) => method === 'PUT' && about === 'index')).toBe(true);
    expect(last(after(opened(), build())).messages).toBeUndefined();
  });

  it('runs on the machine that is sat at, and each has its own cache', () => {
    const done = after(opened({ machines: [{ name: 'a' }, { name: 'b' }] }), build(), on('b'), build());
    expect(steps(done)).toBe('R R R R R R');
    expect(last(done).machine).toBe('b');
    expect(steps(after(done, on('a'), build()))).toBe('C C C C C C');
  });

  it('begins with nothing on an ephemeral runner, every time', () => {
    const done = after(opened(), on('ci'), build(), build());
    expect(steps(done)).toBe('R R R R R R');
    expect(currentMachine(currentState(done)).cache.records.size).toBe(0);
    expect(images(currentState(done))).toEqual(['localhost:5000/me/app:1.0']);
    expect(images(currentState(after(done, on('laptop'), on('ci'))))).toEqual([]);
  });

  it('finds a local tag in FROM, and the registry with --pull only', () => {
    const base = after(opened(), build(), edit('Dockerfile', 'FROM localhost:5000/me/app:1.0\nRUN cat /app\n'), { type: 'options', options: { tags: ['child'] } }, build());
    expect(last(base).record.ok).toBe(true);
    const pulled = after(base, { type: 'options', options: { tags: ['child'], pull: true } }, build());
    expect(last(pulled).record.error?.message).toContain('not found');
  });

  it('lets a runner start from what a laptop pushed', () => {
    const pushed = after(opened(), build({ push: true }));
    expect(text(pushed)).toMatch(/exporting to image\n(?:#.*\n)*#\d+ pushing manifest for localhost:5000\/me\/app:1\.0@sha256:/);
    const child = after(pushed, on('ci'), edit('Dockerfile', 'FROM localhost:5000/me/app:1.0\nRUN cat /app\n'), build());
    expect(last(child).record.ok).toBe(true);
  });

  it('names the error of a push that is denied, and keeps the image', () => {
    const denied = after(opened(), { type: 'options', options: { tags: ['ghcr.io/you/app:1.0'] } }, build({ push: true }));
    expect(last(denied).record.error?.message).toMatch(/^failed to push ghcr\.io\/you\/app:1\.0: /);
    expect(images(currentState(denied))).toEqual(['ghcr.io/you/app:1.0']);
  });

  it('keeps nothing of a builder of its own but what is loaded', () => {
    const start = after(opened(), { type: 'builder', settings: container });
    const bare = after(start, build());
    expect([images(currentState(bare)), last(bare).record.images, text(bare).includes('exporting')]).toEqual([[], [], false]);
    const loaded = after(start, build({ load: true }));
    expect(images(currentState(loaded))).toEqual(['localhost:5000/me/app:1.0']);
    expect(text(loaded)).toMatch(/exporting to docker image format[^]*importing to docker/);
    expect(last(loaded).record.index).toBeUndefined();
  });

  it('does what dockerd’s older store can, and says what it cannot', () => {
    const start = after(opened(), { type: 'builder', settings: older });
    const done = after(start, build());
    expect(text(done)).toMatch(/writing image sha256:/);
    expect(last(done).record.index).toBeUndefined();
    const refused = dispatch(start, build({ cacheTo: [{ type: 'registry', to: 'localhost:5000/me/cache' }] }));
    expect(refused).toMatchObject({ ok: false, message: { values: { words: expect.stringMatching(/^Cache export is not supported for the docker driver\./) as string } } });
  });

  it('builds line by line with the classic builder, whose bases are images too', () => {
    const done = after(opened(), { type: 'builder', settings: classic }, build());
    expect(text(done)).toMatch(/^Sending build context to Docker daemon .*\nStep 1\/8 : FROM alpine:3\.20 AS build\n[^#]*Successfully tagged localhost:5000\/me\/app:1\.0\n$/);
    expect(images(currentState(done)).toSorted()).toEqual(['docker.io/library/alpine:3.20', 'localhost:5000/me/app:1.0']);
    expect(text(done)).toContain(`Successfully built ${imagesOf(currentState(done), 'laptop').find(({ tags }) => tags.includes('localhost:5000/me/app:1.0'))!.id.slice(7, 19)}\n`);
    expect(steps(after(done, build()))).toBe('C C C C C C');
    expect(steps(after(done, { type: 'prune' }, build()))).toBe('R R R R R R');
    expect('error' in findImage(currentMachine(currentState(done)).images, 'alpine:3.20')).toBe(false);
  });

  it('stops at Ctrl-C and goes on from there', () => {
    const stopped = after(opened(), build({ interrupted: 1_500 }));
    expect(last(stopped).record.error?.message).toBe('Canceled: context canceled');
    expect(images(currentState(stopped))).toEqual([]);
    expect(last(after(stopped, build())).record.ok).toBe(true);
  });

  it('lets the classic builder go on from a local image by its ID', () => {
    const start = after(opened(), { type: 'builder', settings: classic }, build());
    const id = imagesOf(currentState(start), 'laptop').find(({ tags }) => tags.includes('localhost:5000/me/app:1.0'))!.id.slice(7, 19);
    const child = after(start, edit('Dockerfile', 'FROM localhost:5000/me/app:1.0\nRUN cat /app\n'), { type: 'options', options: { tags: ['child'] } }, build());
    expect(text(child)).toContain(`Step 1/2 : FROM localhost:5000/me/app:1.0\n ---> ${id}\n`);
  });

  it('stops the classic builder too, which goes on after its last image', () => {
    const start = after(opened(), { type: 'builder', settings: classic });
    const whole = last(after(start, build())).record;
    const half = whole.steps.find(({ keyword }) => keyword === 'RUN')!.started! + 50;
    const stopped = after(start, build({ interrupted: half }));
    expect([last(stopped).record.ok, last(stopped).record.duration, text(stopped).endsWith('context canceled\n')]).toEqual([false, half, true]);
    expect(steps(after(stopped, build()))).toBe('C C R R R R');
  });

  it('cannot unpack what it rewrote, and exports it to an archive', () => {
    const start = after(opened(), { type: 'options', options: { tags: ['app'], sourceDateEpoch: '0' } });
    const refused = after(start, build({ rewriteTimestamp: true }));
    expect(last(refused).record.error?.message).toBe('exporter option "rewrite-timestamp" conflicts with "unpack"');
    expect(images(currentState(refused))).toEqual([]);
    const archive = after(start, build({ rewriteTimestamp: true, output: { type: 'oci', dest: 'app.tar' } }));
    const again = after(archive, { type: 'prune' }, build({ rewriteTimestamp: true, output: { type: 'oci', dest: 'app.tar' } }));
    expect(last(again).record.images[0]?.manifestDigest).toBe(last(archive).record.images[0]?.manifestDigest);
  });

  it('pushes nothing that Ctrl-C came before', () => {
    const whole = last(after(opened(), build({ push: true }))).record;
    const stopped = after(opened(), build({ push: true, interrupted: whole.duration - 5 }));
    expect(last(stopped).record.error?.message).toBe('Canceled: context canceled');
    expect(currentState(stopped).registries).toEqual(currentState(opened()).registries);
  });
});
