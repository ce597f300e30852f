import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf } from '../image/children.ts';
import { putImage } from '../image/new-image.ts';
import { tagImage } from '../image/tag-image.ts';
import { emptyImageStore, type ImageStore } from '../image/store.ts';
import { attested, expectWhole, imageOf, me, now, stranger, storeOf } from './fixture.ts';
import type { RegistryMessage } from './message.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { emptyRegistries, type Registries } from './registries.ts';

const text = (lines: readonly { readonly text: string }[]): string => lines.map((line) => line.text).join('');
const bytes = (messages: readonly RegistryMessage[], way: 'sent' | 'received'): number => messages.reduce((sum, message) => sum + message[way], 0);

/** The order that the protocol asks for: who is asked before, uploads opened before they are filled, blobs before the manifests that name them. */
function expectLegal(messages: readonly RegistryMessage[]): void {
  const opened = new Set<string>();
  let manifests = 0;
  for (const message of messages) {
    expect(message.duration).toBeGreaterThanOrEqual(0);
    if (message.about === 'upload' && message.method === 'POST') opened.add(message.digest!);
    if (message.method === 'PUT' && message.about === 'upload') {
      expect(opened.has(message.digest!) || messages.some((one) => one.about === 'mount' && one.status === 202 && one.digest === message.digest)).toBe(true);
      expect(manifests).toBe(0);
    }
    if (message.method === 'PUT' && (message.about === 'manifest' || message.about === 'index')) {
      manifests++;
      for (const upload of messages.filter((one) => one.sent > 0 && one.about === 'upload')) expect(upload.time + upload.duration).toBeLessThanOrEqual(message.time);
    }
  }
  const times = messages.map(({ time }) => time);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}

const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 });
const host = fc.constantFrom('me/app', 'ghcr.io/me/app', 'localhost:5000/app');
const full = (name: string): string => (name.startsWith('me/') ? `docker.io/${name}:latest` : `${name}:latest`);

describe('a push and a pull', () => {
  it('carry an image over whole, whatever its layers and the registry', () => {
    fc.assert(
      fc.property(texts, host, fc.constantFrom('containerd' as const, 'overlay2' as const), (layers, ref, imageStore) => {
        const store = storeOf(imageOf(...layers), full(ref));
        const pushed = push(emptyRegistries, { ...me, store, ref, imageStore });
        expect(pushed.error).toBeUndefined();
        expectWhole(pushed.registries);
        expectLegal(pushed.messages);
        const pulled = pull(pushed.registries, { ...me, store: emptyImageStore, ref, imageStore });
        expect(pulled.error).toBeUndefined();
        expectLegal(pulled.messages);
        expect(pulled.digest).toBe(pushed.digest);
        expect([...pulled.store.images.values()].map(({ name, target }) => [name, target.digest])).toEqual([...store.images.values()].map(({ name, target }) => [name, target.digest]));
        expect([...pulled.store.blobs.keys()].sort()).toEqual([...store.blobs.keys()].sort());
        expect(pulled.store.roots).toEqual(store.roots);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('carry nothing the second time', () => {
    const store = storeOf(imageOf('a', 'b'), 'docker.io/me/app:1.0.0');
    const first = push(emptyRegistries, { ...me, store, ref: 'me/app:1.0.0' });
    const second = push(first.registries, { ...me, store: first.store, ref: 'me/app:1.0.0' });
    expect(second.sent).toEqual([]);
    expect(bytes(second.messages, 'sent')).toBe(0);
    expect(text(second.lines)).toMatch(/(?:Layer already exists[^]*){2}/);
    expect(second.digest).toBe(first.digest);
    const pulled = pull(first.registries, { ...me, store: emptyImageStore, ref: 'me/app:1.0.0' });
    const again = pull(first.registries, { ...me, store: pulled.store, ref: 'me/app:1.0.0' });
    expect(again.received).toEqual([]);
    expect(again.store).toBe(pulled.store);
    expect(text(again.lines)).toContain('Status: Image is up to date for me/app:1.0.0\n');
  });

  it('send and fetch only the layers that the other side has not', () => {
    const one = push(emptyRegistries, { ...me, store: storeOf(imageOf('base', 'deps', 'code'), 'docker.io/me/app:1'), ref: 'me/app:1' });
    const two = push(one.registries, { ...me, store: storeOf(imageOf('base', 'deps', 'edited'), 'docker.io/me/app:2'), ref: 'me/app:2' });
    expect(two.lines.map((line) => line.text.split(': ')[1]?.trim()).slice(1, 4)).toEqual(['Layer already exists', 'Layer already exists', 'Pushed']);
    const laptop = pull(two.registries, { ...me, store: emptyImageStore, ref: 'me/app:1' });
    const update = pull(two.registries, { ...me, store: laptop.store, ref: 'me/app:2' });
    expect(update.lines.map((line) => line.text.split(': ')[1]?.trim()).slice(1, 4)).toEqual(['Already exists', 'Already exists', 'Pull complete']);
    expect(update.received).toHaveLength(3);
  });

  it('mount what another repository of the registry has', () => {
    const base = pull(emptyRegistries, { ...me, store: emptyImageStore, ref: 'busybox' });
    const tagged = tagImage(base.store, 'busybox', 'me/box:1', now);
    if ('error' in tagged) throw new Error(tagged.error);
    const pushed = push(base.registries, { ...me, store: tagged.store, ref: 'me/box:1' });
    expect(text(pushed.lines)).toMatch(/Mounted from library\/busybox\n/);
    expect(bytes(pushed.messages, 'sent')).toBeLessThan(1000);
    const moved = tagImage(pushed.store, 'me/box:1', 'me/other:1', now);
    if ('error' in moved) throw new Error(moved.error);
    expect(text(push(pushed.registries, { ...me, store: moved.store, ref: 'me/other:1' }).lines)).toMatch(/Mounted from me\/box\n/);
    expectWhole(pushed.registries);
  });

  it('carry the files of a base image to a machine that has it from another registry', () => {
    const base = pull(emptyRegistries, { ...me, store: emptyImageStore, ref: 'busybox' });
    const tagged = tagImage(base.store, 'busybox', 'ghcr.io/me/box:1', now);
    if ('error' in tagged) throw new Error(tagged.error);
    const pushed = push(base.registries, { ...me, store: tagged.store, ref: 'ghcr.io/me/box:1' });
    const there = pull(pushed.registries, { ...me, store: emptyImageStore, ref: 'ghcr.io/me/box:1' });
    expect([...there.store.roots.values()]).toEqual([...base.store.roots.values()]);
    expect(there.store.roots.get(pushed.digest!)).toBe(base.store.roots.get(pushed.digest!));
  });

  it('push the one platform that is here in place of an index, and say so', () => {
    const base = pull(emptyRegistries, { ...me, store: emptyImageStore, ref: 'alpine' });
    const tagged = tagImage(base.store, 'alpine', 'ghcr.io/me/alpine', now);
    if ('error' in tagged) throw new Error(tagged.error);
    const pushed = push(emptyRegistries, { ...me, store: tagged.store, ref: 'ghcr.io/me/alpine' });
    expect(pushed.ok).toBe(true);
    expect(pushed.digest).not.toBe(base.digest);
    expect(text(pushed.lines)).toContain('Not all multiplatform-content is present and only the available single-platform image was pushed');
    expect(push(emptyRegistries, { ...me, store: tagged.store, ref: 'ghcr.io/me/alpine', platform: 'linux/s390x' }).error).toBe('image with reference ghcr.io/me/alpine:latest was found but does not provide the specified platform (linux/s390x)');
  });
});

describe('what docker prints', () => {
  const store = storeOf(imageOf('a'), 'docker.io/me/app:1.0.0');
  const pushed = push(emptyRegistries, { ...me, store, ref: 'me/app:1.0.0' });
  const digest = pushed.digest!;
  const layer = childrenOf(store.blobs.get(digest)!)[1]!.digest.slice(7, 19);

  it('of a push', () => {
    expect(text(pushed.lines)).toBe(`The push refers to repository [docker.io/me/app]\n${layer}: Pushed\n1.0.0: digest: ${digest} size: ${store.blobs.get(digest)!.size}\n`);
    expect(text(push(emptyRegistries, { ...me, store, ref: 'me/app:1.0.0', quiet: true }).lines)).toBe('docker.io/me/app:1.0.0\n');
  });

  it('of a pull', () => {
    const { lines } = pull(pushed.registries, { ...stranger, store: emptyImageStore, ref: 'me/app:1.0.0' });
    expect(text(lines)).toBe(`1.0.0: Pulling from me/app\n${layer}: Pull complete\nDigest: ${digest}\nStatus: Downloaded newer image for me/app:1.0.0\ndocker.io/me/app:1.0.0\n`);
    expect(text(pull(pushed.registries, { ...stranger, store: emptyImageStore, ref: 'me/app:1.0.0', quiet: true }).lines)).toBe('docker.io/me/app:1.0.0\n');
  });

  it('of a base image', () => {
    const { lines, digest: index } = pull(emptyRegistries, { ...stranger, store: emptyImageStore, ref: 'alpine' });
    expect(text(lines)).toBe(
      `Using default tag: latest\nlatest: Pulling from library/alpine\ne2de96513ba9: Pull complete\nDigest: ${index}\nStatus: Downloaded newer image for alpine:latest\ndocker.io/library/alpine:latest\n`,
    );
  });

  it('of an image with a statement about it', () => {
    const image = attested(imageOf('a'));
    const built = storeOf(image, 'docker.io/me/app:2');
    const both = push(emptyRegistries, { ...me, store: built, ref: 'me/app:2' });
    const [, , empty, statement] = image.blobs.map(({ digest: each }) => each.slice(7, 19));
    expect(text(both.lines)).toBe(
      `The push refers to repository [docker.io/me/app]\n${layer}: Pushed\n${empty}: Pushed\n${statement}: Pushed\n2: digest: ${image.target.digest} size: ${image.target.size}\n`,
    );
    expect(empty).toBe('44136fa355b3');
    expectLegal(both.messages);
    expect(both.messages.filter(({ method, about }) => method === 'PUT' && about !== 'upload').map(({ about }) => about)).toEqual(['manifest', 'manifest', 'index']);
    const pulled = pull(both.registries, { ...stranger, store: emptyImageStore, ref: 'me/app:2' });
    expect(text(pulled.lines)).toContain(`${layer}: Pull complete\n${empty}: Download complete\n${statement}: Download complete\n`);
    expect([...pulled.store.blobs.keys()].sort()).toEqual([...built.blobs.keys()].sort());
    expect(push(both.registries, { ...me, store: built, ref: 'me/app:2', platform: 'linux/amd64' }).digest).toBe(digest);
  });

  it('of the pushes of a lesson: the same layers under another tag, in another repository, after an edit', () => {
    const host = 'localhost:5000';
    const words = (lines: readonly { readonly text: string }[]): readonly string[] => lines.flatMap((line) => /^[0-9a-f]{12}: (.*)\n$/.exec(line.text)?.[1] ?? []);
    const begin = push(emptyRegistries, { ...me, store: storeOf(imageOf('base'), `${host}/other:1`), ref: `${host}/other:1` });
    const step = (from: { readonly registries: Registries; readonly store: ImageStore }, ref: string, ...layers: readonly string[]) =>
      push(from.registries, { ...me, store: putImage(from.store, imageOf(...layers), [ref], now), ref });
    const first = step(begin, `${host}/app:1.0.0`, 'base', 'deps', 'src');
    expect(words(first.lines)).toEqual(['Mounted from other', 'Pushed', 'Pushed']);
    const stable = step(first, `${host}/app:stable`, 'base', 'deps', 'src');
    expect(words(stable.lines)).toEqual(['Layer already exists', 'Layer already exists', 'Layer already exists']);
    const moved = step(stable, `${host}/team/app:1.0.0`, 'base', 'deps', 'src');
    expect(words(moved.lines)).toEqual(['Mounted from other', 'Mounted from app', 'Mounted from app']);
    const edited = step(moved, `${host}/app:1.0.1`, 'base', 'deps', 'edited');
    expect(words(edited.lines)).toEqual(['Layer already exists', 'Layer already exists', 'Pushed']);
    expect([stable.digest, moved.digest]).toEqual([first.digest, first.digest]);
    expect(edited.digest).not.toBe(first.digest);
  });

  it('of all tags of a repository', () => {
    const both = putImage(store, imageOf('b'), ['docker.io/me/app:2.0.0'], now);
    const all = push(emptyRegistries, { ...me, store: both, ref: 'me/app', allTags: true });
    expect(text(all.lines).match(/^\d\.0\.0: digest/gm)).toEqual(['1.0.0: digest', '2.0.0: digest']);
    const pulled = pull(all.registries, { ...me, store: emptyImageStore, ref: 'me/app', allTags: true });
    expect([...pulled.store.images.keys()]).toEqual(['docker.io/me/app:1.0.0', 'docker.io/me/app:2.0.0']);
  });
});

describe('a pull that moves a name', () => {
  it('keeps what the name led to under a dangling one', () => {
    const one = push(emptyRegistries, { ...me, store: storeOf(imageOf('a'), 'docker.io/me/app:latest'), ref: 'me/app' });
    const server = pull(one.registries, { ...me, store: emptyImageStore, ref: 'me/app' });
    const two = push(one.registries, { ...me, store: storeOf(imageOf('b'), 'docker.io/me/app:latest'), ref: 'me/app' });
    expect(server.store.images.get('docker.io/me/app:latest')?.target.digest).toBe(one.digest);
    const update = pull(two.registries, { ...me, store: server.store, ref: 'me/app' });
    expect([...update.store.images.keys()].sort()).toEqual(['docker.io/me/app:latest', `moby-dangling@${one.digest}`]);
    expect(update.digest).toBe(two.digest);
  });
});

describe('Ctrl-C', () => {
  const image = imageOf('a', 'b', 'c');
  const store = storeOf(image, 'docker.io/me/app:1');
  const whole = push(emptyRegistries, { ...me, store, ref: 'me/app:1' });

  it('at any moment of a push leaves whole registries, and no tag before its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Math.floor(whole.duration) }), (stopAt) => {
        const stopped = push(emptyRegistries, { ...me, store, ref: 'me/app:1', stopAt });
        expect(stopped.duration).toBeLessThanOrEqual(stopAt);
        expect(stopped.lines.every(({ time }) => time <= stopAt)).toBe(true);
        expectWhole(stopped.registries);
        expect(stopped.registries.hosts.get('docker.io')?.repositories.get('me/app')?.tags.size ?? 0).toBe(0);
        expect(stopped.error).toBe('context canceled');
        const again = push(stopped.registries, { ...me, store, ref: 'me/app:1' });
        expect(again.digest).toBe(whole.digest);
        expect(again.sent.length + stopped.sent.length).toBe(whole.sent.length);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('of a pull gives no name', () => {
    const stopped = pull(whole.registries, { ...me, store: emptyImageStore, ref: 'me/app:1', stopAt: 250 });
    expect(stopped).toMatchObject({ ok: false, store: emptyImageStore, error: 'context canceled', duration: 250 });
  });
});
