import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const compile = 'build: RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -o /app';
const ship = 'COPY --from=build /app /app';

describe('the bad version', () => {
  it.each(['main.go', 'the test', 'the README', 'go.mod and go.sum'])('downloads and compiles again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN go mod download', 'RUN CGO_ENABLED=0 go build -o /app']);
  });

  it('ships the compiler', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(megabytes(built)).toBeGreaterThan(825);
  });
});

describe('the good version', () => {
  it.each([
    ['main.go', ['build: COPY . .', compile, ship]],
    ['the test', []],
    ['the README', ['build: COPY . .', compile]],
    ['go.mod and go.sum', ['build: COPY go.* ./', 'build: RUN go mod download', 'build: COPY . .', compile, ship]],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships a program of a few megabytes and nothing to build it with', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/app')).toMatchObject({ mode: 0o755 });
    expect(fileIn(built, '/usr/local/go')).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(15);
  });
});
