import { describe, expect, it } from 'vitest';
import { get } from '../../../fs/index.ts';
import { pythonRoot, runIn } from './testing.ts';

const manifest = '[project]\nname = "shop"\nversion = "2.0.0"\ndependencies = ["django (>=5.2,<6)", "psycopg[binary]"]\n[tool.poetry]\npackage-mode = false\n[tool.poetry.group.dev.dependencies]\npytest = "^9.0"\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n';
const locked = runIn(pythonRoot({ '/app/pyproject.toml': manifest }), 'poetry lock').root;
const SITE = '/usr/local/lib/python3.13/site-packages';
const system = { env: ['POETRY_VIRTUALENVS_CREATE=false'] };

describe('poetry', () => {
  it('installs what is locked, into an environment of its own or where it is told to', () => {
    const own = runIn(locked, 'poetry install --no-interaction');
    expect(own.exitCode).toBe(0);
    expect(own.text).toContain('Creating virtualenv shop-');
    expect(get(own.root, `${SITE}/django`)).toBeUndefined();
    const shared = runIn(locked, 'poetry config virtualenvs.create false && poetry install');
    expect(get(shared.root, `${SITE}/django`)).toBeDefined();
    expect(get(shared.root, `${SITE}/pytest`)).toBeDefined();
    expect(get(runIn(locked, 'poetry install', { env: ['POETRY_VIRTUALENVS_IN_PROJECT=1'] }).root, '/app/.venv/pyvenv.cfg')).toBeDefined();
  });

  it('leaves out groups', () => {
    for (const option of ['--only main', '--only=main', '--without dev']) {
      const result = runIn(locked, `poetry install ${option}`, system);
      expect(get(result.root, `${SITE}/pytest`), option).toBeUndefined();
      expect(get(result.root, `${SITE}/django`), option).toBeDefined();
    }
  });

  it('exports the lock as requirements once its plugin is there', () => {
    expect(runIn(locked, 'poetry export')).toMatchObject({ exitCode: 1 });
    const plugged = runIn(locked, 'pip install poetry poetry-plugin-export').root;
    const result = runIn(plugged, 'poetry export --without-hashes -o requirements.txt && cat requirements.txt');
    expect(result.text).toContain('django==5.2.8\n');
    expect(result.text).not.toContain('pytest');
    expect(runIn(plugged, 'poetry export -o r.txt && pip install -r r.txt').exitCode).toBe(0);
  });

  it.each<[string, Record<string, string>, string, number]>([
    ['poetry install', {}, '\nPoetry could not find a pyproject.toml file in /app or its parents\n', 1],
    ['poetry install', { '/app/pyproject.toml': manifest, '/app/poetry.lock': '[[package]]\nname = "flask"\nversion = "3.1.2"\n' }, 'pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix the lock file.\n', 1],
    ['poetry install', { '/app/pyproject.toml': '[project\n' }, 'Invalid TOML file /app/pyproject.toml', 1],
    ['poetry frobnicate', { '/app/pyproject.toml': manifest }, 'The requested command frobnicate does not exist.', 1],
  ])('%s fails in its words (%#)', (command, files, words, exitCode) => {
    const result = runIn(pythonRoot({ '/app/x': '', ...files }), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('compiles what has no wheel only where the tools for it are there', () => {
    const files = { '/app/pyproject.toml': '[project]\nname = "shop"\nversion = "1"\ndependencies = ["psycopg2"]\n[tool.poetry]\npackage-mode = false\n' };
    expect(runIn(pythonRoot(files), 'poetry install').text).toContain('Error: pg_config executable not found.');
    expect(runIn(pythonRoot(files, ['gcc', 'pg_config']), 'poetry install').exitCode).toBe(0);
  });

  it('packs a project; the same sources give the same bytes', () => {
    const files = { '/app/pyproject.toml': manifest.replace('package-mode = false\n', ''), '/app/shop/__init__.py': 'x = 1\n' };
    const wheel = (more: Record<string, string>) => get(runIn(pythonRoot({ ...files, ...more }), 'poetry build').root, '/app/dist/shop-2.0.0-py3-none-any.whl');
    expect(wheel({ '/app/notes.txt': 'x' })).toMatchObject({ content: (wheel({}) as { content: unknown }).content as object });
    expect(wheel({ '/app/shop/__init__.py': 'x = 2\n' })).not.toMatchObject({ content: (wheel({}) as { content: unknown }).content as object });
  });
});
