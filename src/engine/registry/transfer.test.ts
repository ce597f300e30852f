import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf } from '../image/children.ts';
import { putImage } from '../image/new-image.ts';
import { tagImage } from '../image/tag-image.ts';
import { emptyImageStore, type ImageStore } from '../image/store.ts';
import { imageOf, me, now, stranger, storeOf } from './fixture.ts';
import type { RegistryMessage } from './message.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { defaultRegistries, emptyRegistries, withState, type Registries } from './registries.ts';
import { collected } from './retention.ts';

const text = (lines: readonly { readonly text: string }[]): string => lines.map((line) => line.text).join('');
const bytes = (messages: readonly RegistryMessage[], way: 'sent' | 'received'): number => messages.reduce((sum, message) => sum + message[way], 0);

/** Everything a registry needs to hold for what it holds: no manifest without what it leads to. */
function expectWhole(registries: Registries): void {
  for (const { repositories, blobs } of registries.hosts.values()) {
    for (const repository of repositories.values()) {
      for (const { digest } of repository.tags.values()) expect(repository.manifests.has(digest)).toBe(true);
      for (const digest of repository.manifests.keys()) {
        const blob = blobs.get(digest);
        expect(blob).toBeDefined();
        for (const child of childrenOf(blob!)) expect(repository.blobs.has(child.digest) || repository.manifests.has(child.digest)).toBe(true);
      }
      for (const digest of repository.blobs) expect(blobs.has(digest)).toBe(true);
    }
  }
}

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

describe('what a registry refuses', () => {
  const aws = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
  const push1 = (ref: string, over: Partial<Parameters<typeof push>[1]> = {}, registries = emptyRegistries): string | undefined =>
    push(registries, { ...me, store: storeOf(imageOf('a'), ref), ref, ...over }).error;
  const pull1 = (ref: string, over: Partial<Parameters<typeof pull>[1]> = {}): string => text(pull(emptyRegistries, { ...stranger, store: emptyImageStore, ref, ...over }).lines).split('\n').slice(-2, -1)[0]!;

  it('a push to somebody else’s repository, in the words of either store', () => {
    const ref = 'docker.io/library/app:1';
    expect(push1(ref)).toBe('push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed');
    expect(push1(ref, { imageStore: 'overlay2' })).toBe('denied: requested access to the resource is denied');
  });

  it('a token without the scope', () => {
    const registries = defaultRegistries([{ host: 'ghcr.io', accounts: [{ username: 'me', secret: 'read', scopes: ['pull'] }] }]);
    const logins = new Map([['ghcr.io', { username: 'me', secret: 'read' }]]);
    const words = 'permission_denied: The token provided does not match expected scopes.';
    expect(push1('ghcr.io/me/app:1', { logins }, registries)).toBe(`error from registry: ${words}`);
    expect(push1('ghcr.io/me/app:1', { logins, imageStore: 'overlay2' }, registries)).toBe(`denied: ${words}`);
  });

  it('who is not logged in', () => {
    expect(push1(`${aws}/app:1`)).toBe('push access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials');
    expect(push1(`${aws}/app:1`, { imageStore: 'overlay2' })).toBe('no basic auth credentials');
    expect(push1('europe-docker.pkg.dev/shop/images/app:1', stranger)).toBe(
      'error from registry: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.uploadArtifacts" on resource "projects/shop/locations/europe/repositories/images" (or it may not exist)',
    );
    expect(push1('team.azurecr.io/app:1', { ...stranger, imageStore: 'overlay2' })).toMatch(/^unauthorized: authentication required, visit https:\/\/aka\.ms\/acr\/authorization for more information\. CorrelationId: [0-9a-f-]{36}$/);
    expect(pull1('you/app')).toBe("Error response from daemon: pull access denied for you/app, repository does not exist or may require 'docker login'");
    expect(pull1('you/app', { imageStore: 'overlay2' })).toBe("Error response from daemon: pull access denied for you/app, repository does not exist or may require 'docker login': denied: requested access to the resource is denied");
  });

  it('a tag that is not there', () => {
    expect(pull1('alpine:nope')).toBe('Error response from daemon: failed to resolve reference "docker.io/library/alpine:nope": docker.io/library/alpine:nope: not found');
    expect(pull1('alpine:nope', { imageStore: 'overlay2' })).toBe('Error response from daemon: manifest for alpine:nope not found: manifest unknown: manifest unknown');
    expect(push(emptyRegistries, { ...me, store: emptyImageStore, ref: 'me/app:1' }).error).toBe('tag does not exist: me/app:1');
  });

  it('a platform that an image does not have', () => {
    expect(pull1('alpine:3.24.2', { platform: 'windows/amd64' })).toBe('no matching manifest for windows/amd64 in the manifest list entries: no match for platform in manifest: not found'.replace(/^/, 'Error response from daemon: '));
  });

  it('a repository that nobody has made, where it has to be', () => {
    const logins = new Map([[aws, { username: 'AWS', secret: 'invented-token' }]]);
    expect(push1(`${aws}/app:1`, { logins, imageStore: 'overlay2' })).toBe("name unknown: The repository with name 'app' does not exist in the registry with id '123456789012'");
    expect(push1(`${aws}/app:1`, { logins })).toBe("error from registry: The repository with name 'app' does not exist in the registry with id '123456789012'");
  });

  it('to move an immutable tag, and keeps everything as it was', () => {
    const logins = new Map([[aws, { username: 'AWS', secret: 'invented-token' }]]);
    const begin = defaultRegistries([{ host: aws, repositories: [{ name: 'app', immutableTags: true }] }]);
    const first = push(begin, { ...me, logins, store: storeOf(imageOf('a'), `${aws}/app:1.0.0`), ref: `${aws}/app:1.0.0`, imageStore: 'overlay2' });
    expect(first.ok).toBe(true);
    const second = push(first.registries, { ...me, logins, store: storeOf(imageOf('b'), `${aws}/app:1.0.0`), ref: `${aws}/app:1.0.0`, imageStore: 'overlay2' });
    expect(second.error).toBe("tag invalid: The image tag '1.0.0' already exists in the 'app' repository and cannot be overwritten because the tag is immutable.");
    expect(second.registries.hosts.get(aws)?.repositories.get('app')?.tags.get('1.0.0')?.digest).toBe(first.digest);
    expectWhole(second.registries);
    expect(push(first.registries, { ...me, logins, store: storeOf(imageOf('b'), `${aws}/app:1.0.1`), ref: `${aws}/app:1.0.1` }).ok).toBe(true);
  });

  it('what is locked, and lets the rest through', () => {
    const azure = 'team.azurecr.io';
    const logins = new Map([[azure, { username: '00000000-0000-0000-0000-000000000000', secret: 'invented-token' }]]);
    const begin = defaultRegistries([{ host: azure, repositories: [{ name: 'app', locked: ['1'] }] }]);
    expect(push1(`${azure}/app:1`, { logins }, begin)).toMatch(/^error from registry: The operation is disallowed on this registry, repository or image\./);
    expect(push1(`${azure}/app:2`, { logins }, begin)).toBeUndefined();
  });

  it('a blob that there is no room for, and corrupts nothing', () => {
    const image = imageOf('a', 'b', 'c', 'd');
    const begin = defaultRegistries([{ host: 'localhost:5000', quota: image.blobs.slice(1).reduce((sum, { size }) => sum + size, -1) }]);
    const ref = 'localhost:5000/app:1';
    const failed = push(begin, { ...me, store: storeOf(image, ref), ref });
    expect(failed.error).toBe('error from registry: unknown error');
    expect(failed.registries.hosts.get('localhost:5000')?.repositories.get('app')?.tags.size).toBe(0);
    expectWhole(failed.registries);
    expect(text(failed.lines)).toContain('Waiting');
    const swept = withState(failed.registries, collected(failed.registries.hosts.get('localhost:5000')!));
    expect(push(swept, { ...me, store: storeOf(imageOf('a'), ref), ref }).ok).toBe(true);
  });

  it('too many pulls without login in six hours', () => {
    let registries = defaultRegistries([{ host: 'docker.io', anonymousPulls: 2 }]);
    const get = (ref: string, caller = stranger): string | undefined => {
      const pulled = pull(registries, { ...caller, store: emptyImageStore, ref });
      registries = pulled.registries;
      return pulled.error;
    };
    expect([get('alpine'), get('busybox')]).toEqual([undefined, undefined]);
    expect(get('debian')).toBe('error from registry: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit');
    expect(get('debian', me)).toBeUndefined();
    expect(get('debian', { ...stranger, now: now + 6 * 3_600_000 })).toBeUndefined();
  });

  it('a password that is wrong', () => {
    const logins = new Map([['docker.io', { username: 'me', secret: 'wrong' }]]);
    expect(push1('docker.io/me/app:1', { logins, imageStore: 'overlay2' })).toBe('unauthorized: incorrect username or password');
  });

  it('nothing at a host that does not exist', () => {
    expect(push1('registry.invalid/me/app:1')).toBe('failed to do request: Head "https://registry.invalid/v2/me/app/manifests/1": dial tcp: lookup registry.invalid on 127.0.0.53:53: no such host');
    expect(pull1('registry.invalid/app')).toMatch(/no such host$/);
  });

  it('any text that is no reference, without an exception', () => {
    fc.assert(
      fc.property(fc.string(), (ref) => {
        const store: ImageStore = emptyImageStore;
        expect(push(emptyRegistries, { ...me, store, ref }).ok).toBe(false);
        const pulled = pull(emptyRegistries, { ...me, store, ref });
        expect(pulled.ok || pulled.store === store).toBe(true);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
