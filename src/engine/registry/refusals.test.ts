import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyImageStore, type ImageStore } from '../image/store.ts';
import { expectWhole, imageOf, me, now, stranger, storeOf } from './fixture.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { defaultRegistries, emptyRegistries, withState } from './registries.ts';
import { collected } from './retention.ts';

const text = (lines: readonly { readonly text: string }[]): string => lines.map((line) => line.text).join('');

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

  it('a login at a registry on this machine, over plain HTTP', () => {
    const begin = defaultRegistries([{ host: 'localhost:5000', accounts: [{ username: 'ci', secret: 's3cret' }] }]);
    const asked = { ...stranger, store: emptyImageStore, ref: 'localhost:5000/app' };
    expect(pull(begin, { ...asked, imageStore: 'overlay2' }).error).toBe('Head "http://localhost:5000/v2/app/manifests/latest": no basic auth credentials');
    expect(pull(begin, { ...asked, logins: new Map([['localhost:5000', { username: 'ci', secret: 's3cret' }]]) }).error).toBe('failed to resolve reference "localhost:5000/app:latest": localhost:5000/app:latest: not found');
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
    expect(push1('docker.io/me/app:1', { logins })).toBe('authentication required - incorrect username or password');
    expect(push1('docker.io/me/app:1', { logins, client: 'buildkit' })).toBe('failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://auth.docker.io/token: 401 Unauthorized');
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
