import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

/** The step without its stage and options, in two or three words. */
const brief = (step: string) => /(apt-get|pip install|poetry (?:export|install)|collectstatic|-m venv|COPY .*)/.exec(step.replace(/^\w+: /, ''))?.[1] ?? step;

describe('the bad version', () => {
  it.each(['the code', 'a template', 'a static file', 'a translation', 'the lock file'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label).map(brief)).toEqual(['COPY . .', 'apt-get', 'pip install', 'poetry install', 'collectstatic']);
  });

  it('ships compilers, poetry and the tools of developers', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['/usr/local/bin/poetry', '/usr/local/bin/ruff', '/var/lib/apt/lists']) expect(fileIn(built, path), path).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(1200);
  });
});

describe('the good version', () => {
  const [files, apps] = ['COPY --from=static /app/staticfiles ./staticfiles', 'COPY apps ./apps'];
  it('runs after an edit of the code one COPY', () => {
    expect(rerunBy(scenario, 'good', 'the code')).toEqual([apps]);
  });

  it('collects static files again after an edit of one, without installing anything', () => {
    const steps = rerunBy(scenario, 'good', 'a static file').map(brief);
    expect(steps.slice(0, 3)).toEqual(['COPY static ./static', 'collectstatic', files]);
    expect(steps).not.toContain('pip install');
  });

  it('lets an upgrade of the linter come no further than the exported requirements', () => {
    expect(rerunBy(scenario, 'good', 'the lock of a tool').map(brief)).toEqual(['COPY pyproject.toml poetry.lock ./', 'poetry export']);
  });

  it('collects static files again for the settings, and finds them unchanged', () => {
    const steps = rerunBy(scenario, 'good', 'the settings').map(brief);
    expect(steps).toContain('collectstatic');
    expect(steps).not.toContain(files);
  });

  it('installs again for an upgrade of Django', () => {
    expect(rerunBy(scenario, 'good', 'the lock file').map(brief)).toContain('pip install');
  });

  it('has the same code, packages and static files in a fifth of the bytes', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect(notSimulated(good)).toEqual([]);
    for (const path of ['/app/apps/shops/views.py', '/app/staticfiles/market.css', '/app/staticfiles/admin/admin.files']) expect(fileIn(good, path), path).toHaveProperty('content', (fileIn(bad, path) as { content: unknown }).content);
    for (const path of ['/opt/venv/bin/gunicorn', '/opt/venv/lib/python3.13/site-packages/psycopg2']) expect(fileIn(good, path), path).toBeDefined();
    for (const path of ['/opt/venv/bin/ruff', '/usr/bin/gcc', '/usr/local/bin/poetry']) expect(fileIn(good, path), path).toBeUndefined();
    expect(megabytes(good)).toBeLessThan(250);
  });
});
