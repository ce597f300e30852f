import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const install = 'RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt';
const action = (label: string) => scenario.tries!.find((one) => one.label === label)!.action;

describe('the bad version', () => {
  it.each(['the application', 'a test', 'a requirement', 'the README'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN pip install -r requirements.txt']);
  });

  it('installs everything again because the application was run here', () => {
    expect(ranIn(lastBuild(after(opened(scenario, 'bad'), action('Run it on this machine'))))).toHaveLength(2);
  });

  it('ships the environment and the database of this machine', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['/srv/.venv/pyvenv.cfg', '/srv/instance/orders.sqlite', '/root/.cache/pip']) expect(fileIn(built, path)).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(1300);
  });
});

describe('the good version', () => {
  it.each([
    ['the application', ['COPY app ./app']],
    ['a test', []],
    ['a requirement', ['COPY requirements.txt ./', install, 'COPY app ./app']],
    ['the README', []],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('does not notice that the application was run here', () => {
    expect(ranIn(lastBuild(after(opened(scenario, 'good'), action('Run it on this machine'))))).toEqual([]);
  });

  it('downloads only the upgraded package', () => {
    const built = lastBuild(after(opened(scenario, 'good'), action('Upgrade werkzeug')));
    const text = built.record.events.map((event) => (event.type === 'log' ? event.text : '')).join('');
    expect(text).toContain('Downloading werkzeug-3.1.4-py3-none-any.whl');
    expect(text).toContain('Using cached flask-3.1.2-py3-none-any.whl');
  });

  it('ships the same application and packages in a tenth of the bytes', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect(notSimulated(good)).toEqual([]);
    for (const path of ['/srv/app/routes.py', '/usr/local/lib/python3.13/site-packages/flask/__init__.py', '/usr/local/bin/gunicorn']) expect(fileIn(good, path)).toHaveProperty('content', (fileIn(bad, path) as { content: unknown }).content);
    for (const path of ['/srv/.venv', '/srv/instance', '/srv/tests', '/root/.cache/pip/http-v2']) expect(fileIn(good, path), path).toBeUndefined();
    expect(megabytes(good)).toBeLessThan(145);
  });
});
