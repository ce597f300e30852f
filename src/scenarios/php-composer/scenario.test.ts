import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, notSimulated, opened, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';
import { versions } from './versions.ts';

const packages = ['COPY composer.json composer.lock ./', 'RUN --mount=type=cache,target=/root/.composer/cache composer install --no-dev --no-scripts --no-autoloader'];
const application = ['COPY . .', 'RUN composer dump-autoload --no-dev --optimize'];

describe('the bad version', () => {
  it.each(scenario.edits!.map(({ label }) => label))('installs everything again after %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN composer install --no-dev --optimize-autoloader']);
  });

  it('ships what the author had installed, tests too', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/var/www/html/vendor/phpunit')).toBeDefined();
  });
});

describe('the good version', () => {
  it.each([
    ['a class', application],
    ['a view', application],
    ['a line in the log', []],
    ['the lock file', [...packages, ...application]],
  ])('runs after %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships the packages of the lock file, the class map and what the scripts find', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['vendor/laravel/framework', 'vendor/autoload.php', 'bootstrap/cache/packages.php']) expect(fileIn(built, `/var/www/html/${path}`)).toBeDefined();
    expect(fileIn(built, '/var/www/html/vendor/phpunit')).toBeUndefined();
  });

  it('fails without its flags, because the scripts need the application', () => {
    const text = versions.good.files.Dockerfile!.text!.replace(' --no-scripts --no-autoloader', '');
    const built = lastBuild(after(opened(scenario, 'good'), { type: 'write', path: 'Dockerfile', text }));
    expect(built.record.ok).toBe(false);
    expect(JSON.stringify(built.record)).toContain('Could not open input file: artisan');
  });
});
