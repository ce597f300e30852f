import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlatform, formatPlatformFully, normalizePlatform, parsePlatform } from './platform.ts';

function read(text: string): string {
  const platform = parsePlatform(text);
  return 'error' in platform ? platform.error : formatPlatformFully(platform);
}
function normal(text: string): string {
  const platform = parsePlatform(text);
  return 'error' in platform ? platform.error : formatPlatformFully(normalizePlatform(platform));
}

describe('a platform', () => {
  it('is read from a system, an architecture, or both with a variant', () => {
    expect(read('linux')).toBe('linux/amd64');
    expect(read('arm64')).toBe('linux/arm64');
    expect(read('x86_64')).toBe('linux/amd64');
    expect(read('macOS/aarch64')).toBe('darwin/arm64');
    expect(read('linux/arm/7')).toBe('linux/arm/v7');
    expect(read('linux/armel')).toBe('linux/arm/v6');
    expect(read('linux/arm64/8')).toBe('linux/arm64/v8');
    expect(read('windows(10.0.17763+win32k)/amd64')).toBe('windows(10.0.17763+win32k)/amd64');
  });

  it('loses what goes without saying when it is normalised', () => {
    expect(normal('linux/arm64/v8')).toBe('linux/arm64');
    expect(normal('linux/arm')).toBe('linux/arm/v7');
    expect(normal('linux/amd64/v1')).toBe('linux/amd64');
    expect(normal('linux/amd64/v3')).toBe('linux/amd64/v3');
  });

  it('is refused in containerd’s words', () => {
    expect(read('bogus')).toBe('"bogus": unknown operating system or architecture: invalid argument');
    expect(read('a/b/c/d')).toBe('"a/b/c/d": cannot parse platform specifier: invalid argument');
    expect(read('linux/*')).toBe('"linux/*": wildcards not yet supported: invalid argument');
    expect(read('linux/a b')).toBe('"a b" is an invalid component of "linux/a b": platform specifier component must match "^[A-Za-z0-9_.-]+$": invalid argument');
    expect(read('')).toMatch(/^"" is an invalid OS component of "": OSAndVersion specifier component must match /);
    expect(read('linux(%zz)/amd64')).toBe('"linux(%zz)/amd64" has an invalid OS version "%zz": invalid URL escape "%zz"');
  });

  it('prints without version and features where Go’s Format does', () => {
    const platform = parsePlatform('windows(1.2)/amd64');
    expect('error' in platform ? '' : formatPlatform(platform)).toBe('windows/amd64');
  });

  it('is the same when its text is read again', () => {
    const part = fc.constantFrom('linux', 'windows', 'amd64', 'arm', 'arm64', 'v6', 'v8', '386', 'riscv64');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const once = normal(parts.join('/'));
        expect(once.includes('invalid') || normal(once) === once).toBe(true);
      }),
      { seed: 31 },
    );
  });
});
