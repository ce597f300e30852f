import { describe, expect, it } from 'vitest';
import { me, stranger } from './fixture.ts';
import { login } from './login.ts';
import { listTags, readManifest } from './queries.ts';
import { defaultRegistries, emptyRegistries } from './registries.ts';
import { searchHub } from './search.ts';

const right = { username: 'me', secret: 'invented-token' };
const wrong = { username: 'me', secret: 'guess' };

describe('a login', () => {
  it('asks the registry, then the token server, then the registry again', () => {
    const { ok, messages } = login(emptyRegistries, 'docker.io', right);
    expect(ok).toBe(true);
    expect(messages.map(({ host, about, status }) => [host, about, status])).toEqual([['registry-1.docker.io', 'ping', 401], ['auth.docker.io', 'token', 200], ['registry-1.docker.io', 'ping', 200]]);
  });

  it.each([
    ['docker.io', 'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password'],
    ['ghcr.io', 'Get "https://ghcr.io/v2/": denied: denied'],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'login attempt to https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/v2/ failed with status: 400 Bad Request'],
    ['registry.invalid', 'Get "https://registry.invalid/v2/": dial tcp: lookup registry.invalid on 127.0.0.53:53: no such host'],
  ])('with a wrong password at %s fails in docker’s words', (host, words) => {
    expect(login(emptyRegistries, host, wrong)).toMatchObject({ ok: false, error: `Error response from daemon: ${words}` });
  });

  it('at a registry with accounts of the scene knows those and no other', () => {
    const registries = defaultRegistries([{ host: 'localhost:5000', accounts: [{ username: 'ci', secret: 's3cret' }] }]);
    expect(login(registries, 'localhost:5000', { username: 'ci', secret: 's3cret' }).ok).toBe(true);
    expect(login(registries, 'localhost:5000', right).error).toBe('Error response from daemon: login attempt to http://localhost:5000/v2/ failed with status: 401 Unauthorized');
    expect(login(emptyRegistries, 'localhost:5000', wrong).ok).toBe(true);
  });
});

describe('a question', () => {
  it('for a base image finds its index and what lies below', () => {
    const found = readManifest(emptyRegistries, 'alpine', stranger);
    if ('error' in found) throw new Error(found.error);
    expect(found.blob.digest).toBe('sha256:5b02b42e375f7426f8d65c3af331ca05d9878f9989230354504e0b9dfd431f60');
    expect(found.blob.text).toContain('"sha256:d56c381f961d307a21b3ca004cf1e3910f106644aefb1f43e654c8a56c4fd395"');
    expect(found.find('sha256:d56c381f961d307a21b3ca004cf1e3910f106644aefb1f43e654c8a56c4fd395')?.text).toContain('config');
  });

  it('for what is not there, or may not be read, has buildx’s words', () => {
    expect(readManifest(emptyRegistries, 'alpine:nope', stranger)).toMatchObject({ error: 'docker.io/library/alpine:nope: not found' });
    expect(readManifest(emptyRegistries, 'you/app', stranger)).toMatchObject({ error: 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed' });
    expect(readManifest(emptyRegistries, 'Not A Name', stranger)).toHaveProperty('error');
  });

  it('for the tags of a repository lists those of the catalog', () => {
    expect(listTags(emptyRegistries, 'busybox', me)).toMatchObject({ tags: expect.arrayContaining(['latest', 'musl']) });
    expect(listTags(emptyRegistries, 'me/nothing', me)).toHaveProperty('error');
  });

  it('for a word finds the official images first', () => {
    const found = searchHub(emptyRegistries, 'alpine');
    expect(found[0]).toMatchObject({ name: 'alpine', official: true });
    expect(searchHub(emptyRegistries, 'a', 3)).toHaveLength(3);
    expect(searchHub(emptyRegistries, 'nothing-like-this')).toEqual([]);
  });
});
