import { describe, expect, it } from 'vitest';
import { firstBuild, notSimulated } from '../trial.ts';
import { scenario } from './scenario.ts';

/** Vertices of a build whose command has these words and that ran. */
const running = (version: 'bad' | 'good', words: string) => firstBuild(scenario, version).record.vertices.filter(({ name, cached }) => name.includes(words) && !cached);

const seconds = (version: 'bad' | 'good', words: string) => running(version, words).map(({ started = 0, completed = 0 }) => (completed - started) / 1000);

describe('both versions', () => {
  it.each(['bad', 'good'] as const)('make one image for each processor: %s', (version) => {
    const built = firstBuild(scenario, version);
    expect(built.record.ok).toBe(true);
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.images.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
  });
});

describe('the bad version', () => {
  it('downloads twice, and compiles once under emulation', () => {
    expect(running('bad', 'RUN go mod download')).toHaveLength(2);
    const [fast = 0, slow = 0] = seconds('bad', 'go build').sort((a, b) => a - b);
    expect(slow / fast).toBeGreaterThan(7);
  });
});

describe('the good version', () => {
  it('downloads once, and compiles twice at full speed', () => {
    expect(running('good', 'RUN go mod download')).toHaveLength(1);
    const [one = 0, other = 0] = seconds('good', 'go build');
    expect(other).toBeCloseTo(one, 1);
    expect(running('good', 'go build')).toHaveLength(2);
  });
});
