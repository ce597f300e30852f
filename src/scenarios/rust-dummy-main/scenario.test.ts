import { describe, expect, it } from 'vitest';
import type { FileNode } from '#engine/fs/node.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { openWorkspace } from '#engine/workspace/workspace.ts';
import { fileIn, firstBuild, lastBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';
import { good } from './versions.ts';

const compile = 'build: RUN touch src/main.rs && cargo build --release --locked';
const ship = 'COPY --from=build /app/target/release/weather /usr/local/bin/';
const program = '/usr/local/bin/weather';

describe('the bad version', () => {
  it.each([
    ['main.rs', true],
    ['the README', false],
  ])('compiles everything again after an edit of %s', (label, ships) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['build: COPY . .', 'build: RUN cargo build --release --locked', ...(ships ? [ship] : [])]);
  });

  it('takes more than a minute for it', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.duration).toBeGreaterThan(60_000);
  });
});

describe('the good version', () => {
  it.each([
    ['main.rs', ['build: COPY src src', compile, ship]],
    ['the README', []],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it.each(['the lock file', 'the version'])('compiles the crates again after an edit of %s, which is in the manifests', (label) => {
    expect(rerunBy(scenario, 'good', label)).toContain('build: RUN cargo build --release --locked');
  });

  it('ships the same size of program as the bad one', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(megabytes(built)).toBe(megabytes(firstBuild(scenario, 'bad')));
  });

  it('ships the stub where nobody touches the program', () => {
    const untouched = lastBuild(openWorkspace({ ...scenario, files: { ...scenario.files, Dockerfile: { text: good('') } } }, resolveImage));
    const size = (built: typeof untouched) => {
      const { content } = fileIn(built, program) as FileNode;
      return content.kind === 'described' ? content.size : 0;
    };
    expect(untouched.record.ok).toBe(true);
    expect(size(untouched)).toBeLessThan(600_000);
    expect(size(firstBuild(scenario, 'good'))).toBeGreaterThan(2_000_000);
  });
});
