import { describe, expect, it } from 'vitest';
import { emptyImageStore } from '../image/store.ts';
import { attested, imageOf, me, now, storeOf } from './fixture.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { defaultRegistries, withState, type Registries } from './registries.ts';
import { collected, expired, storedBytes, taggedBytes, withoutTag, withoutUntagged } from './retention.ts';

const host = 'ghcr.io';
const day = 86_400_000;

/** `latest` was pushed twice; the first image has no tag any more. */
function twice(untaggedDays?: number): Registries {
  const begin = defaultRegistries([{ host, repositories: [{ name: 'me/app', ...(untaggedDays !== undefined && { untaggedDays }) }] }]);
  const one = push(begin, { ...me, store: storeOf(imageOf('base', 'one'), `${host}/me/app:latest`), ref: `${host}/me/app` });
  return push(one.registries, { ...me, store: storeOf(imageOf('base', 'two'), `${host}/me/app:latest`), ref: `${host}/me/app` }).registries;
}

const manifests = (registries: Registries): number => registries.hosts.get(host)!.repositories.get('me/app')!.manifests.size;

describe('what a registry throws away', () => {
  it('is nothing when a tag moves or is deleted: the bytes stay', () => {
    const state = twice().hosts.get(host)!;
    expect(taggedBytes(state)).toBeLessThan(storedBytes(state));
    const bare = withoutTag(state, 'me/app', 'latest', now);
    expect(storedBytes(bare)).toBe(storedBytes(state));
    expect(taggedBytes(bare)).toBe(0);
    expect(withoutTag(state, 'me/app', 'nope', now)).toBe(state);
  });

  it('is what no manifest needs, once manifests without a tag are deleted and blobs collected', () => {
    const registries = twice();
    const state = registries.hosts.get(host)!;
    expect(collected(state).blobs.size).toBe(state.blobs.size);
    const swept = withoutUntagged(state, 'me/app');
    expect(swept.blobs.size).toBe(state.blobs.size);
    const clean = collected(swept);
    expect(storedBytes(clean)).toBe(taggedBytes(state));
    const pulled = pull(withState(registries, clean), { ...me, store: emptyImageStore, ref: `${host}/me/app` });
    expect(pulled.ok).toBe(true);
  });

  it('spares what an index with a tag needs, until the tag has moved for that long', () => {
    const begin = defaultRegistries([{ host, repositories: [{ name: 'me/app', untaggedDays: 7 }] }]);
    const ref = `${host}/me/app:latest`;
    const image = attested(imageOf('base'));
    const one = push(begin, { ...me, store: storeOf(image, ref), ref });
    const month = expired(one.registries.hosts.get(host)!, now + 30 * day);
    expect(month.repositories.get('me/app')?.manifests.size).toBe(3);
    const two = push(one.registries, { ...me, now: now + 30 * day, store: storeOf(imageOf('other'), ref), ref });
    const state = two.registries.hosts.get(host)!;
    expect(expired(state, now + 36 * day)).toBe(state);
    expect([...expired(state, now + 37 * day).repositories.get('me/app')!.manifests.keys()]).toEqual([two.digest]);
  });

  it('goes by itself after the days that a rule gives, and not before', () => {
    const registries = twice(7);
    const state = registries.hosts.get(host)!;
    expect(expired(state, now + 6 * day)).toBe(state);
    const later = pull(registries, { ...me, now: now + 7 * day, store: emptyImageStore, ref: `${host}/me/app` });
    expect([manifests(registries), manifests(later.registries)]).toEqual([2, 1]);
    expect(later.ok).toBe(true);
    expect(expired(twice().hosts.get(host)!, now + 900 * day).repositories.get('me/app')?.manifests.size).toBe(2);
  });
});
