import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, sizeOf, textOf } from '../../../fs/index.ts';
import type { FileNode } from '../../../fs/index.ts';
import { pythonRoot, runIn } from './testing.ts';

const manifest = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "api"\nversion = "0.1.0"\nreadme = "README.md"\nrequires-python = ">=3.13"\ndependencies = ["fastapi>=0.115"]\n[dependency-groups]\ndev = ["pytest>=9"]\n';
const sources = { '/app/pyproject.toml': manifest, '/app/README.md': '# api\n', '/app/src/api/__init__.py': '' };
const locked = runIn(pythonRoot(sources), 'uv lock').root;
const text = (root: typeof locked, path: string) => textOf(get(root, path) as FileNode);

describe('uv sync', () => {
  it('makes the environment and installs what is locked, the project as a link, and no bytecode', () => {
    const result = runIn(locked, 'uv sync --locked');
    expect(result.exitCode).toBe(0);
    expect(result.text).toContain('Using CPython 3.13.14 interpreter at: /usr/local/bin/python3\nCreating virtual environment at: .venv\n');
    expect(result.text).toContain(' + api==0.1.0 (from file:///app)\n + fastapi==0.141.1\n');
    expect(get(result.root, '/app/.venv/lib/python3.13/site-packages/pytest')).toBeDefined();
    expect(get(result.root, '/app/.venv/lib/python3.13/site-packages/api')).toBeUndefined();
    expect(get(result.root, '/app/.venv/lib/python3.13/site-packages/fastapi/__pycache__')).toBeUndefined();
  });

  it('leaves out development packages and the project, copies it, and compiles, where it is told to', () => {
    const bare = runIn(locked, 'uv sync --frozen --no-dev --no-install-project');
    expect(get(bare.root, '/app/.venv/lib/python3.13/site-packages/pytest')).toBeUndefined();
    expect(bare.text).not.toContain('api==0.1.0');
    const full = runIn(bare.root, 'uv sync --frozen --no-dev --no-editable', { env: ['UV_COMPILE_BYTECODE=1'] });
    expect(get(full.root, '/app/.venv/lib/python3.13/site-packages/api/__init__.py')).toBeDefined();
    expect(full.text).toMatch(/^Prepared 1 package in .*\nInstalled 1 package in .*\n \+ api==0\.1\.0/);
  });

  it('works from mounted manifests, and a warm cache mount is quick and not in the image', () => {
    const mounts = [
      { target: '/app/pyproject.toml', root: emptyDir(), file: file(manifest) as FileNode, readonly: true, kind: 'bind' as const },
      { target: '/app/uv.lock', root: emptyDir(), file: get(locked, '/app/uv.lock') as FileNode, readonly: true, kind: 'bind' as const },
    ];
    const root = pythonRoot({ '/srv/x': '' });
    const cold = runIn(root, 'uv sync --locked --no-install-project', { mounts: [...mounts, { target: '/root/.cache/uv', root: emptyDir(), readonly: false, kind: 'cache' }] });
    expect(cold.exitCode).toBe(0);
    expect(cold.text).toContain('warning: Failed to hardlink files; falling back to full copy.');
    expect(sizeOf(get(cold.root, '/root')!)).toBe(0);
    const warm = runIn(root, 'uv sync --locked --no-install-project', { env: ['UV_LINK_MODE=copy'], mounts: [...mounts, { target: '/root/.cache/uv', root: cold.caches.get('/root/.cache/uv')!, readonly: false, kind: 'cache' }] });
    expect(warm.text).not.toMatch(/warning|Prepared/);
    expect(warm.duration).toBeLessThan(cold.duration / 2);
    const stale = runIn(root, 'uv sync', { mounts: [{ ...mounts[0]!, file: file(manifest.replace('0.115', '0.120')) as FileNode }, mounts[1]!] });
    expect(stale.text).toContain('error: failed to write to file `/app/uv.lock`: Read-only file system (os error 30)\n');
  });

  it('links files out of a cache that lies in the same file system', () => {
    const result = runIn(locked, 'uv sync --frozen && ls -l .venv/lib/python3.13/site-packages/fastapi');
    expect(result.text).toMatch(/-rw-r--r-- 2 root root .* __init__\.py\n/);
  });

  it('replaces an environment whose Python is not there, as one that was copied from the host', () => {
    const copied = put(put(locked, '/app/.venv/pyvenv.cfg', file('home = /home/me\nversion_info = 3.13.5\n')), '/app/.venv/lib/old.files', file('x'));
    const result = runIn(copied, 'uv sync --frozen');
    expect(result.text).toContain('warning: Ignoring existing virtual environment linked to non-existent Python interpreter: .venv/bin/python\n');
    expect(get(result.root, '/app/.venv/lib/old.files')).toBeUndefined();
  });

  it('takes away what is no longer wanted', () => {
    const all = runIn(locked, 'uv sync --frozen').root;
    expect(runIn(all, 'uv sync --frozen --no-dev').text).toContain(' - pytest==9.1.1\n');
  });

  it.each<[string, Record<string, string>, string, number]>([
    ['uv sync', {}, 'error: No `pyproject.toml` found in current directory or any parent directory\n', 2],
    ['uv sync --frozen', sources, 'error: Unable to find lockfile at `uv.lock`.', 2],
    ['uv sync', { '/app/pyproject.toml': '[project\n' }, 'error: Failed to parse: `pyproject.toml`\n', 2],
    ['uv sync --locked', { ...sources, '/app/pyproject.toml': manifest.replace('0.1.0', '0.2.0'), '/app/uv.lock': text(locked, '/app/uv.lock') }, 'error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.', 1],
    ['uv sync --frozen', { ...sources, '/app/uv.lock': text(locked, '/app/uv.lock'), '/app/pyproject.toml': manifest.replace('README.md', 'MISSING.md') }, 'OSError: Readme file does not exist: MISSING.md\n', 1],
    ['uv pip install flask', {}, 'error: No virtual environment found; run `uv venv` to create an environment, or pass `--system` to install into a non-virtual environment\n', 2],
    ['uv pip install --system -r nope.txt', {}, 'error: File not found: `nope.txt`\n', 2],
    ['uv snyc', {}, "error: unrecognized subcommand 'snyc'\n", 2],
  ])('%s fails in its words (%#)', (command, files, words, exitCode) => {
    const result = runIn(pythonRoot({ '/srv/x': '', '/app/x': '', ...files }), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });
});

describe('uv lock', () => {
  it('keeps extras apart, which sync follows', () => {
    const made = runIn(pythonRoot({ '/app/pyproject.toml': '[project]\nname = "api"\nversion = "1"\ndependencies = ["uvicorn[standard]>=0.49"]\n' }), 'uv lock && uv sync --locked');
    expect(text(made.root, '/app/uv.lock')).toContain('{ name = "uvicorn", extra = ["standard"] },');
    expect(get(made.root, '/app/.venv/lib/python3.13/site-packages/uvloop')).toBeDefined();
  });
});

describe('the rest of uv', () => {
  it('installs as pip does, into the system or an environment', () => {
    const root = pythonRoot({ '/app/requirements.txt': 'flask==3.1.2\n' });
    expect(get(runIn(root, 'uv pip install --system -r requirements.txt').root, '/usr/local/lib/python3.13/site-packages/werkzeug')).toBeDefined();
    const venv = runIn(root, 'uv venv && uv pip install -r requirements.txt && .venv/bin/flask --version');
    expect(get(venv.root, '/app/.venv/bin/flask')).toBeDefined();
  });

  it('exports the lock as requirements, which do not change with the version of the project', () => {
    const requirements = (version: string) => runIn(pythonRoot({ ...sources, '/app/pyproject.toml': manifest.replace('0.1.0', version), '/app/uv.lock': text(locked, '/app/uv.lock').replace('version = "0.1.0"', `version = "${version}"`) }), 'uv export --locked --no-dev --no-emit-project').text;
    expect(requirements('0.1.0')).toContain('fastapi==0.141.1 \\\n    --hash=sha256:');
    expect(requirements('0.2.0')).toBe(requirements('0.1.0'));
  });

  it('fetches a Python where there is none', () => {
    const root = dirOf([['uv', described(1000, 'uv', { mode: 0o755 })]]);
    const result = runIn(root, 'true', { args: ['/uv', 'venv', '/venv'], cwd: '/', env: ['PATH=/bin'] });
    expect(result.text).toContain('Downloading cpython-3.14.0-linux-x86_64-gnu (download) (31.9MiB)\n');
  });

  it('runs commands of the project in its environment', () => {
    const result = runIn(locked, 'uv run --frozen python -c "import fastapi"');
    expect(result.exitCode).toBe(0);
  });
});
