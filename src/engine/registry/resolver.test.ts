import { describe, expect, it } from 'vitest';
import { get } from '../fs/index.ts';
import type { BaseImage } from '../image/base.ts';
import { chainId } from '../image/chain-id.ts';
import { emptyImageStore } from '../image/store.ts';
import { imageOf, me, stranger, storeOf } from './fixture.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { defaultRegistries, emptyRegistries } from './registries.ts';
import { resolveImage } from './resolve-image.ts';
import { localBase, resolverOf } from './resolver.ts';

const store = storeOf(imageOf('one', 'two'), 'docker.io/me/base:1');
const { registries, digest } = push(emptyRegistries, { ...me, store, ref: 'me/base:1' });

function found(image: BaseImage | { readonly error: string } | undefined): BaseImage {
  if (!image || 'error' in image) throw new Error(image?.error ?? 'nothing');
  return image;
}

describe('FROM', () => {
  it('finds what somebody pushed, with its files and layers', () => {
    const image = found(resolverOf(registries, stranger)('me/base:1', 'linux/amd64'));
    expect(image.digest).toBe(digest);
    expect(get(image.root, 'layer-1')?.type).toBe('file');
    expect(image.chainId).toBe(chainId(image.layers.map(({ diffId }) => diffId)));
    expect(found(resolverOf(registries, stranger)('me/base:1', 'linux/amd64'))).toBe(image);
  });

  it('finds what publishers serve, as without registries', () => {
    expect(resolverOf(registries, stranger)('alpine', 'linux/amd64')).toBe(resolveImage('alpine', 'linux/amd64'));
  });

  it('is refused what the builder may not read, and told what is not there', () => {
    const secret = push(defaultRegistries([{ host: 'ghcr.io' }]), { ...me, store: storeOf(imageOf('x'), 'ghcr.io/me/secret:1'), ref: 'ghcr.io/me/secret:1' }).registries;
    expect(resolverOf(secret, stranger)('ghcr.io/me/secret:1', 'linux/amd64')).toHaveProperty('error');
    expect(resolverOf(secret, me)('ghcr.io/me/secret:1', 'linux/amd64')).toHaveProperty('root');
    expect(resolverOf(registries, me)('me/base:2', 'linux/amd64')).toEqual({ error: 'docker.io/me/base:2: not found' });
  });

  it('finds a local image by its name, base images that were pulled too', () => {
    expect(found(localBase(store, 'me/base:1', 'linux/amd64')).digest).toBe(digest);
    expect(localBase(store, 'me/base:2', 'linux/amd64')).toBeUndefined();
    const pulled = pull(emptyRegistries, { ...stranger, store: emptyImageStore, ref: 'alpine' });
    const local = found(localBase(pulled.store, 'alpine', 'linux/amd64'));
    expect([local.digest, local.root]).toEqual([found(resolveImage('alpine', 'linux/amd64')).digest, found(resolveImage('alpine', 'linux/amd64')).root]);
  });
});
