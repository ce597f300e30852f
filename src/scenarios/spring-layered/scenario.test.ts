import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, notSimulated, opened, lastBuild, rerunBy } from '../trial.ts';
import { commit } from '#engine/workspace/series.ts';
import { scenario } from './scenario.ts';

const part = (name: string) => `COPY --from=build /app/extracted/${name}/ ./`;
const final = (version: 'bad' | 'good', label: string) => rerunBy(scenario, version, label).filter((step) => !step.startsWith('build: '));

/** Bytes of the steps of the last stage that ran. */
function newBytes(version: 'bad' | 'good', label: string): number {
  const { record } = lastBuild(commit(opened(scenario, version), scenario.edits!.find((edit) => edit.label === label)!, 3));
  return record.steps.filter(({ state, name }) => state === 'rebuilt' && name.includes('COPY --from')).reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
}

describe('the archive in one layer', () => {
  it.each(scenario.edits!.map(({ label }) => label))('is sent whole after an edit of %s', (label) => {
    expect(final('bad', label)).toEqual(['COPY --from=build /app/target/app.jar ./']);
    expect(newBytes('bad', label)).toBeGreaterThan(41e6);
  });
});

describe('the archive in four layers', () => {
  it.each([
    ['a class', [part('application')]],
    ['a resource', [part('application')]],
    ['a snapshot dependency', [part('snapshot-dependencies'), part('application')]],
    ['a dependency', [part('dependencies'), part('spring-boot-loader'), part('snapshot-dependencies'), part('application')]],
  ])('has new ones after an edit of %s only from the part on that changed', (label, steps) => {
    expect(final('good', label)).toEqual(steps);
  });

  it('sends less than a megabyte for a class', () => {
    expect(newBytes('good', 'a class')).toBeLessThan(1e6);
  });

  it('builds without a step that is not simulated, and ships classes, libraries and loader', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(notSimulated(firstBuild(scenario, 'bad'))).toEqual([]);
    for (const path of ['BOOT-INF/lib/postgresql-3.5.7.jar', 'BOOT-INF/lib/prices-2.0.0-SNAPSHOT.jar', 'BOOT-INF/classes', 'org/springframework/boot/loader.files']) expect(fileIn(built, `/app/${path}`)).toBeDefined();
  });
});
