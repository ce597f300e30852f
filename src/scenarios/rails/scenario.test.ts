import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

describe('the Rails scene', () => {
  it.each(scenario.edits!.map(({ label }) => label))('installs all gems again after an edit of %s in the bad version', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN bundle install', 'RUN SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile']);
  });

  it.each(['a model', 'a view'])('copies only the application after an edit of %s in the good version', (label) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(['COPY . .']);
  });

  it('makes assets again for a style sheet, and no gem', () => {
    const ran = rerunBy(scenario, 'good', 'a style sheet');
    expect(ran).toContain('assets: RUN SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile');
    expect(ran.some((step) => step.startsWith('gems: '))).toBe(false);
  });

  it('builds green in both versions, without the compiler and the gems of development in the good one', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect([bad.record.ok, good.record.ok, ...notSimulated(bad), ...notSimulated(good)]).toEqual([true, true]);
    const debug = (built: typeof bad) => fileIn(built, '/usr/local/bundle/gems/debug-1.11.0') !== undefined;
    expect([debug(bad), debug(good)]).toEqual([true, false]);
    for (const gem of ['pg-1.6.2', 'thor-1.4.0']) expect(fileIn(good, `/usr/local/bundle/gems/${gem}`)).toBeDefined();
    expect(megabytes(bad) - megabytes(good)).toBeGreaterThan(300);
  });
});
