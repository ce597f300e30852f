import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestError, familiarReference, formatReference, parseReference, withDefaultTag } from './reference.ts';

const hex = 'a'.repeat(64);

function full(text: string): string {
  const ref = parseReference(text);
  return 'error' in ref ? ref.error : formatReference(withDefaultTag(ref));
}
function familiar(text: string): string {
  const ref = parseReference(text);
  return 'error' in ref ? ref.error : familiarReference(ref);
}

describe('an image reference', () => {
  it('gets the registry, the library and the tag that people leave out', () => {
    expect(full('alpine')).toBe('docker.io/library/alpine:latest');
    expect(full('alpine:3.19')).toBe('docker.io/library/alpine:3.19');
    expect(full('docker.io/alpine')).toBe('docker.io/library/alpine:latest');
    expect(full('index.docker.io/team/app')).toBe('docker.io/team/app:latest');
    expect(full('localhost/app')).toBe('localhost/app:latest');
    expect(full('localhost:5000/app:1')).toBe('localhost:5000/app:1');
    expect(full('[::1]:5000/app')).toBe('[::1]:5000/app:latest');
    expect(full(`alpine@sha256:${hex}`)).toBe(`docker.io/library/alpine@sha256:${hex}`);
    expect(full(`alpine:3@sha256:${hex}`)).toBe(`docker.io/library/alpine:3@sha256:${hex}`);
  });

  it('says what is wrong in the words of the reference package', () => {
    expect(full('Alpine')).toBe('invalid reference format: repository name (library/Alpine) must be lowercase');
    expect(full('')).toBe('invalid reference format');
    expect(full('alpine:')).toBe('invalid reference format');
    expect(full('a b')).toBe('invalid reference format');
    expect(full(hex)).toBe(`invalid repository name (${hex}), cannot specify 64-byte hexadecimal strings`);
    expect(full('x'.repeat(300))).toBe('repository name must not be more than 255 characters');
    expect(full(`alpine@sha256:${'a'.repeat(40)}`)).toBe('invalid checksum digest length');
    expect(full(`alpine@sha256:${'A'.repeat(64)}`)).toBe('invalid checksum digest format');
    expect(full(`alpine@md5:${'a'.repeat(32)}`)).toBe('unsupported digest algorithm');
  });

  it('takes an upper-case first part for a registry', () => {
    expect(full('Team/app')).toBe('Team/app:latest');
  });

  it('has a familiar form without the defaults', () => {
    expect(familiar('docker.io/library/redis:7')).toBe('redis:7');
    expect(familiar('docker.io/team/app')).toBe('team/app');
    expect(familiar('docker.io/library/a/b')).toBe('library/a/b');
    expect(familiar('gcr.io/distroless/static')).toBe('gcr.io/distroless/static');
  });

  it('is the same reference when its full or its familiar form is read again', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.option(part), (names, tag) => {
        const ref = parseReference(names.join('/') + (tag === null ? '' : `:${tag}`));
        if ('error' in ref) throw new Error(ref.error);
        expect(parseReference(formatReference(ref))).toEqual(ref);
        expect(parseReference(familiarReference(ref))).toEqual(ref);
      }),
      { seed: 11 },
    );
  });

  it('answers any text with a reference or an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const ref = parseReference(text);
        expect('error' in ref ? ref.error : formatReference(ref)).not.toBe('');
      }),
      { seed: 12 },
    );
  });
});

describe('a digest', () => {
  it('needs an algorithm that is known and as many lower-case hex digits as it has', () => {
    expect(digestError(`sha256:${hex}`)).toBeUndefined();
    expect(digestError('abc')).toBe('invalid checksum digest format');
    expect(digestError('sha256:')).toBe('invalid checksum digest format');
    expect(digestError('sha256:abc')).toBe('invalid checksum digest length');
    expect(digestError('__proto__:abc')).toBe('invalid checksum digest format');
    expect(digestError('crc:abc')).toBe('unsupported digest algorithm');
  });
});
