import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const action = (label: string) => scenario.tries!.find((one) => one.label === label)!.action;

describe('the bad version', () => {
  it.each(['the backend', 'the frontend', 'the README', 'a requirement'])('runs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(ranIn(firstBuild(scenario, 'bad')).filter((step) => !step.startsWith('FROM')));
  });

  it('runs every RUN again on another day, but not the ADD above them', () => {
    const steps = ranIn(lastBuild(after(opened(scenario, 'bad'), action('Build tomorrow'))));
    expect(steps.filter((step) => step.startsWith('RUN'))).toHaveLength(6);
    expect(steps.filter((step) => step.startsWith('ADD'))).toEqual([]);
  });

  it('builds, with five kinds of warnings, into more than a gigabyte', () => {
    const built = firstBuild(scenario, 'bad');
    expect(built.record.ok).toBe(true);
    expect(notSimulated(built)).toEqual([]);
    const codes = built.record.diagnostics.map(({ code }) => code);
    for (const code of ['MaintainerDeprecated', 'SecretsUsedInArgOrEnv', 'WorkdirRelativePath', 'ExposeInvalidFormat', 'JSONArgsRecommended']) expect(codes, code).toContain(code);
    expect(megabytes(built)).toBeGreaterThan(1500);
  });

  it('deletes its secrets from sight only', () => {
    const built = firstBuild(scenario, 'bad');
    expect(fileIn(built, '/id_rsa')).toBeUndefined();
    expect(fileIn(built, '/etc/app.env')).toBeDefined();
    expect(built.record.images[0]!.config.config?.Env).toContain('DB_PASSWORD=hunter2');
  });
});

describe('the good version', () => {
  it.each([
    ['the backend', ['COPY --chown=1000 backend ./backend']],
    ['the frontend', ['web: COPY frontend ./', 'web: RUN npm run build', 'COPY --from=web --chown=1000 /web/dist ./static', 'COPY --chown=1000 backend ./backend']],
    ['the README', []],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('runs nothing again on another day, and still carries the date', () => {
    const built = lastBuild(after(opened(scenario, 'good'), action('Build tomorrow')));
    expect(ranIn(built)).toEqual([]);
    expect(built.record.images[0]!.config.config?.Labels).toMatchObject({ 'org.opencontainers.image.created': '2026-09-02' });
  });

  it('has no warnings, no secrets, no root and a tenth of the bytes', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.diagnostics.map(({ code }) => code)).toEqual([]);
    expect(built.record.images[0]!.config.config).toMatchObject({ User: '1000', Cmd: ['gunicorn', '--bind', '0.0.0.0:8000', 'backend.app:app'] });
    expect(built.record.images[0]!.configJson).not.toContain('hunter2');
    for (const path of ['/srv/backend/app.py', '/srv/static/index.html', '/opt/venv/bin/gunicorn']) expect(fileIn(built, path), path).toMatchObject(path.startsWith('/srv') ? { uid: 1000 } : {});
    expect(megabytes(built)).toBeLessThan(150);
  });
});
