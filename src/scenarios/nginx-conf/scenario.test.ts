import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const check = 'RUN --mount=type=secret,id=site.crt --mount=type=secret,id=site.key nginx -t';
const action = (label: string) => scenario.tries!.find((one) => one.label === label)!.action;

describe('the bad version', () => {
  it('copies everything again after any edit, and ships the key', () => {
    for (const label of ['settings', 'a certificate']) expect(rerunBy(scenario, 'bad', label), label).toEqual(['COPY . /etc/nginx', 'COPY html /srv/www']);
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/etc/nginx/certs/site.key')).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(100);
  });

  it('builds settings that are wrong', () => {
    expect(lastBuild(after(opened(scenario, 'bad'), action('Misspell a directive'))).record.ok).toBe(true);
  });
});

describe('the good version', () => {
  it.each([
    ['settings', ['COPY conf.d /etc/nginx/conf.d', check]],
    ['a page', ['COPY html /srv/www', 'COPY nginx.conf /etc/nginx/nginx.conf', 'COPY conf.d /etc/nginx/conf.d', check]],
    ['a certificate', []],
  ])('runs after an edit of %s only what stands on it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('fails at the check where settings are wrong, and says in which line', () => {
    const built = lastBuild(after(opened(scenario, 'good'), action('Misspell a directive')));
    expect(built.record.ok).toBe(false);
    expect(built.record.events.map((event) => (event.type === 'log' ? event.text : '')).join('')).toContain('unknown directive "expire" in /etc/nginx/conf.d/20-site.conf:7');
  });

  it('has the same pages and settings without the key', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect(notSimulated(good)).toEqual([]);
    expect(ranIn(good)).toContain(check);
    for (const path of ['/srv/www/index.html', '/etc/nginx/conf.d/20-site.conf', '/etc/nginx/nginx.conf']) expect(fileIn(good, path)).toHaveProperty('content', (fileIn(bad, path) as { content: unknown }).content);
    for (const path of ['/etc/nginx/certs', '/run/secrets/site.key']) expect(fileIn(good, path)).toBeUndefined();
    expect(megabytes(good)).toBeLessThan(65);
  });
});
