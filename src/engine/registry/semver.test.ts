import { describe, expect, it } from 'vitest';
import { text } from '../../messages/index.ts';
import { compareVersions, explainTag, parseVersion } from './semver.ts';

describe('a semantic version', () => {
  it.each(['0.0.4', '1.2.3', '10.20.30', '1.1.2-prerelease+meta', '1.0.0-alpha.beta.1', '1.0.0-alpha0.valid', '1.0.0-rc.1+build.123', '1.0.0+0.build.1-rc.10000aaa-kk-0.1', '2.0.1-alpha.1227', '1.0.0-0A.is.legal'])('%s is one', (text) => {
    expect(parseVersion(text)).toBeDefined();
  });

  it.each(['1', '1.2', '1.2.3-0123', '1.2.3-0123.0123', '1.1.2+.123', '+invalid', '01.1.1', '1.01.1', '1.1.01', '1.2.3.DEV', 'v1.2.3', '-1.0.3-gamma', '1.2-SNAPSHOT', ''])('%s is none', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('comes before another as the specification says', () => {
    const order = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '2.0.0', '2.1.0', '2.1.1'].map((text) => parseVersion(text)!);
    for (const [at, version] of order.entries()) for (const [other, later] of order.entries()) expect(Math.sign(compareVersions(version, later))).toBe(Math.sign(at - other));
    expect(compareVersions(parseVersion('1.0.0+a')!, parseVersion('1.0.0+b')!)).toBe(0);
  });
});

describe('a tag', () => {
  it('of a release names the tags that move with it', () => {
    expect(explainTag('1.2.3')).toMatchObject({ kind: 'release', together: ['1.2', '1', 'latest'] });
    expect(explainTag('v1.2.3')).toMatchObject({ kind: 'release', together: ['v1.2', 'v1', 'latest'] });
    expect(explainTag('3.13.14-slim')).toMatchObject({ kind: 'release', variant: 'slim', together: ['3.13-slim', '3-slim', 'slim'] });
    expect(explainTag('0.4.1').together).toEqual(['0.4', 'latest']);
  });

  it('of a pre-release moves nothing', () => {
    expect(explainTag('1.0.0-rc.1')).toMatchObject({ kind: 'prerelease', together: [] });
    expect(explainTag('2.0.0-beta2').kind).toBe('prerelease');
    expect(explainTag('22.1.0-alpine').kind).toBe('release');
  });

  it('of less than a release moves itself', () => {
    expect(text(explainTag('1.2').words)).toBe('1.2 moves with every patch release of 1.2: the same name, other content next week.');
    expect(explainTag('22-slim')).toMatchObject({ kind: 'series', variant: 'slim' });
    expect(explainTag('latest').kind).toBe('moving');
    expect(explainTag('bookworm').kind).toBe('other');
  });
});
