import { describe, expect, it } from 'vitest';
import { childrenOf } from '../image/children.ts';
import { createTags } from './create-tags.ts';
import { imageOf, me, stranger, storeOf } from './fixture.ts';
import { push } from './push.ts';
import { emptyRegistries } from './registries.ts';

const { registries, digest } = push(emptyRegistries, { ...me, store: storeOf(imageOf('a', 'b'), 'docker.io/me/app:1.4.0'), ref: 'me/app:1.4.0' });
const tagOf = (state: typeof registries, repository: string, tag: string, host = 'docker.io') => state.hosts.get(host)?.repositories.get(repository)?.tags.get(tag)?.digest;

describe('imagetools create', () => {
  it('wraps a manifest in an index, under another digest', () => {
    const created = createTags(registries, { ...me, sources: ['me/app:1.4.0'], tags: ['me/app:stable'] });
    expect(created.ok).toBe(true);
    expect(tagOf(created.registries, 'me/app', 'stable')).toBe(created.target?.digest);
    expect(created.target?.digest).not.toBe(digest);
    expect(childrenOf(created.target!)).toMatchObject([{ digest, platform: { os: 'linux', architecture: 'amd64' } }]);
  });

  it('without an index moves the name and not one blob', () => {
    const created = createTags(registries, { ...me, sources: [`me/app@${digest}`], tags: ['me/app:stable', 'me/app:1.4'], preferIndex: false });
    expect([tagOf(created.registries, 'me/app', 'stable'), tagOf(created.registries, 'me/app', '1.4')]).toEqual([digest, digest]);
    expect(created.messages.filter(({ about, sent }) => about === 'upload' && sent > 0)).toEqual([]);
    expect(created.repositories).toMatchObject([{ name: 'docker.io/me/app', copied: [{ digest, source: `docker.io/me/app@${digest}` }], tags: [{ name: 'docker.io/me/app:stable' }, { name: 'docker.io/me/app:1.4' }] }]);
  });

  it('mounts within a registry and copies between two', () => {
    const within = createTags(registries, { ...me, sources: ['me/app:1.4.0'], tags: ['me/copy:1'], preferIndex: false });
    expect(within.messages.filter(({ about, status }) => about === 'mount' && status === 201)).toHaveLength(3);
    const between = createTags(registries, { ...me, sources: ['me/app:1.4.0'], tags: ['ghcr.io/me/app:1.4.0'], preferIndex: false });
    expect(between.messages.filter(({ about, method }) => about === 'upload' && method === 'PUT')).toHaveLength(3);
    expect(tagOf(between.registries, 'me/app', '1.4.0', 'ghcr.io')).toBe(digest);
  });

  it('keeps an index as it is, with all its platforms', () => {
    const created = createTags(registries, { ...me, sources: ['alpine'], tags: ['me/alpine:mirror'] });
    expect(tagOf(created.registries, 'me/alpine', 'mirror')).toBe('sha256:5b02b42e375f7426f8d65c3af331ca05d9878f9989230354504e0b9dfd431f60');
    expect(created.registries.hosts.get('docker.io')?.repositories.get('me/alpine')?.manifests.size).toBeGreaterThan(2);
  });

  it('joins several images in one index, those that a tag has already included', () => {
    const both = push(registries, { ...me, store: storeOf(imageOf('c'), 'docker.io/me/app:other'), ref: 'me/app:other' });
    const created = createTags(both.registries, { ...me, sources: ['me/app:other'], tags: ['me/app:1.4.0'], append: true });
    expect(childrenOf(created.target!).map((child) => child.digest)).toEqual([digest, both.digest]);
    expect(tagOf(created.registries, 'me/app', '1.4.0')).toBe(created.target?.digest);
  });

  it('dry shows what it would be, and changes nothing', () => {
    const created = createTags(registries, { ...me, sources: ['me/app:1.4.0'], tags: ['me/app:stable'] }, true);
    expect(created.target?.text).toContain(digest);
    expect(created.registries).toBe(registries);
  });

  it('fails in the words of containerd’s library', () => {
    expect(createTags(registries, { ...me, sources: ['me/app:nope'], tags: ['me/app:x'] }).error).toBe('docker.io/me/app:nope: not found');
    expect(createTags(registries, { ...me, sources: ['me/app:1.4.0'], tags: ['you/app:x'] }).error).toContain(': push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed');
    expect(createTags(registries, { ...stranger, sources: ['me/app:1.4.0'], tags: ['ghcr.io/me/app'] }).error).toMatch(/^copy sha256:\S+ from docker\.io\/me\/app:1\.4\.0 to ghcr\.io\/me\/app:latest: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https:\/\/ghcr\.io\/token\?.*: 403 Forbidden$/);
    expect(createTags(registries, { ...me, sources: [], tags: [] }).error).toBe('no sources specified');
  });
});
