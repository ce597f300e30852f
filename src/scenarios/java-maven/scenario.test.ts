import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { guava, pom } from './context.ts';
import { scenario } from './scenario.ts';

const manifest = 'build: COPY pom.xml ./';
const download = 'build: RUN --mount=type=cache,target=/root/.m2 mvn -B dependency:go-offline';
const sources = 'build: COPY src src';
const build = 'build: RUN --mount=type=cache,target=/root/.m2 mvn -B package';
const jar = 'COPY --from=build /app/target/app.jar /app/app.jar';

describe('the bad version', () => {
  it.each(scenario.edits!.map(({ label }) => label))('downloads and builds everything after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN mvn -B package']);
  });

  it('ships a JDK, Maven and its repository', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(megabytes(built)).toBeGreaterThan(700);
  });
});

describe('the good version', () => {
  it.each([
    ['a source file', [sources, build, jar]],
    ['a test', [sources, build]],
    ['the version', [manifest, download, sources, build, jar]],
    ['a dependency', [manifest, download, sources, build, jar]],
    ['the README', []],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('downloads only the new jar after an edit of the pom, because the mount has the others', () => {
    const seconds = (built: ReturnType<typeof lastBuild>) => {
      const step = built.record.steps.find(({ name }) => name.includes('go-offline'))!;
      return (step.completed! - step.started!) / 1000;
    };
    const open = opened(scenario, 'good');
    const next = lastBuild(after(open, { type: 'write', path: 'pom.xml', text: pom('1.4.0', guava('33.5.0-jre')) }));
    expect(ranIn(next)).toContain(download);
    expect(seconds(lastBuild(open))).toBeGreaterThan(100);
    expect(seconds(next)).toBeLessThan(5);
  });

  it('ships the same jar on a JRE', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/app/app.jar')).toMatchObject({ content: (fileIn(firstBuild(scenario, 'bad'), '/app/target/app.jar') as { content: unknown }).content });
    expect(megabytes(built)).toBeLessThan(255);
  });
});
