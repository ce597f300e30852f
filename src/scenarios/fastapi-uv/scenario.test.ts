import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const action = (label: string) => scenario.tries!.find((one) => one.label === label)!.action;
const words = (steps: readonly string[]) => steps.map((step) => (step.startsWith('RUN') ? (step.includes('--no-install-project') ? 'packages' : 'project') : step));

describe('the bad version', () => {
  it.each(['a source file', 'the lock file', 'a new version', 'a test'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN uv sync']);
  });

  it('replaces the environment that was copied from the host, whose bytes stay below', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.steps.find((step) => step.name.endsWith('COPY . .'))!.bytes).toBeGreaterThan(92_000_000);
    expect(fileIn(built, '/app/.venv/lib/python3.13/site-packages/everything.files')).toBeUndefined();
    expect(fileIn(built, '/app/.venv/lib/python3.13/site-packages/ruff')).toBeDefined();
  });
});

describe('the good version', () => {
  const rest = ['COPY pyproject.toml uv.lock README.md ./', 'COPY src ./src', 'project'];
  it.each([
    ['a source file', ['COPY src ./src', 'project']],
    ['the lock file', ['packages', ...rest]],
    ['a new version', ['packages', ...rest]],
    ['a test', []],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(words(rerunBy(scenario, 'good', label))).toEqual(steps);
  });

  it('is quick after a new version, because nothing is downloaded', () => {
    const first = firstBuild(scenario, 'good').record;
    const again = lastBuild(after(opened(scenario, 'good'), ...scenario.edits![2]!.actions)).record;
    expect(again.duration).toBeLessThan(first.duration / 2);
  });

  it('fails where the lock file was forgotten', () => {
    const built = lastBuild(after(opened(scenario, 'good'), action('Forget to lock')));
    expect(built.record.ok).toBe(false);
    expect(built.record.events.map((event) => (event.type === 'log' ? event.text : '')).join('')).toContain('The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.');
  });

  it('ships the packages and the code without uv, its cache and the tools of developers', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['/app/.venv/bin/uvicorn', '/app/.venv/lib/python3.13/site-packages/uvloop', '/app/src/api/main.py']) expect(fileIn(built, path), path).toBeDefined();
    for (const path of ['/app/.venv/lib/python3.13/site-packages/ruff', '/app/tests', '/root/.cache/uv/archive-v0']) expect(fileIn(built, path), path).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(155);
  });
});
