import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const wrapper = ['build: COPY gradle gradle', 'build: RUN ./gradlew --version'];
const scripts = ['build: COPY settings.gradle.kts build.gradle.kts gradle.properties ./', 'build: RUN --mount=type=cache,target=/root/.gradle/caches ./gradlew dependencies'];
const sources = ['build: COPY src src', 'build: RUN --mount=type=cache,target=/root/.gradle/caches ./gradlew build'];
const jar = 'COPY --from=build /app/build/libs/app.jar /app/app.jar';

describe('the bad version', () => {
  it.each(scenario.edits!.map(({ label }) => label))('downloads Gradle again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN ./gradlew build']);
  });

  it('ships Gradle, its caches and a JDK', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.ok).toBe(true);
    expect(fileIn(built, '/root/.gradle/wrapper/dists/gradle-9.1.0-bin')).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(680);
  });
});

describe('the good version', () => {
  it.each([
    ['a source file', [...sources, jar]],
    ['a build script', [...scripts, ...sources, jar]],
    ['the version', [...scripts, ...sources, jar]],
    ['the README', []],
    ['the wrapper', [...wrapper, ...scripts, ...sources]],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships the jar and a JRE', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/app/app.jar')).toBeDefined();
    expect(megabytes(built)).toBeLessThan(235);
  });
});
