import { describe, expect, it } from 'vitest';
import { emptyDir, get, sizeOf } from '../../../fs/index.ts';
import { pythonRoot, runIn } from './testing.ts';

const SITE = '/usr/local/lib/python3.13/site-packages';
const flask = { '/app/requirements.txt': 'flask==3.1.2\n# a comment\ngunicorn\n' };
const app = { '/app/pyproject.toml': '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "my-api"\nversion = "1.2.0"\ndependencies = ["click"]\n[project.scripts]\nserve = "my_api:main"\n', '/app/src/my_api/__init__.py': 'def main(): ...\n' };

describe('pip install', () => {
  it('installs what is asked for and what that needs, with commands and bytecode', () => {
    const result = runIn(pythonRoot(flask), 'pip install --no-cache-dir -r requirements.txt');
    expect(result.exitCode).toBe(0);
    expect(result.text).toContain('Collecting flask==3.1.2 (from -r requirements.txt (line 1))\n  Downloading flask-3.1.2-py3-none-any.whl (103 kB)\n');
    expect(result.text).toContain('Collecting werkzeug (from flask==3.1.2->-r requirements.txt (line 1))\n');
    expect(result.text).toContain('Successfully installed blinker-1.9.0 click-8.4.2 flask-3.1.2 gunicorn-23.0.0 ');
    for (const path of [`${SITE}/flask/__init__.py`, `${SITE}/werkzeug/__pycache__/__init__.cpython-313.pyc`, `${SITE}/flask-3.1.2.dist-info/METADATA`, '/usr/local/bin/gunicorn']) expect(get(result.root, path), path).toBeDefined();
    expect(get(result.root, '/root/.cache')).toBeUndefined();
  });

  it('takes the times that published logs have: seconds for a web app, minutes for torch', () => {
    const seconds = (command: string) => runIn(pythonRoot(flask), command).duration / 1000;
    expect(seconds('pip install -r requirements.txt')).toBeCloseTo(4.5, 0);
    expect(seconds('pip install pandas')).toBeCloseTo(7, 0);
    expect(seconds('pip install torch')).toBeGreaterThan(200);
    expect(seconds('pip install torch --index-url https://download.pytorch.org/whl/cpu')).toBeLessThan(40);
  });

  it('keeps wheels in its cache, which a mount keeps out of the image', () => {
    const cold = runIn(pythonRoot(flask), 'pip install -r requirements.txt', { mounts: [{ target: '/root/.cache/pip', root: emptyDir(), readonly: false, kind: 'cache' }] });
    expect(sizeOf(get(cold.root, '/root')!)).toBe(0);
    const warm = runIn(pythonRoot(flask), 'pip install -r requirements.txt', { mounts: [{ target: '/root/.cache/pip', root: cold.caches.get('/root/.cache/pip')!, readonly: false, kind: 'cache' }] });
    expect(warm.text).toContain('  Using cached flask-3.1.2-py3-none-any.whl (103 kB)\n');
    expect(warm.text).not.toContain('Downloading');
    expect(warm.duration).toBeLessThan(cold.duration);
    expect(get(warm.root, SITE)).toEqual(get(cold.root, SITE));
  });

  it('leaves what is there alone, and replaces another version', () => {
    const first = runIn(pythonRoot(flask), 'pip install -r requirements.txt');
    expect(runIn(first.root, 'pip install flask').text).toContain(`Requirement already satisfied: flask in ${SITE} (3.1.2)\n`);
    const other = runIn(first.root, 'pip install flask==3.0.0');
    expect(get(other.root, `${SITE}/flask-3.0.0.dist-info`)).toBeDefined();
    expect(get(other.root, `${SITE}/flask-3.1.2.dist-info`)).toBeUndefined();
  });

  it('follows -r and -c in files, pins by constraints', () => {
    const result = runIn(pythonRoot({ '/app/reqs/dev.txt': '-r base.txt\n-c pins.txt\npytest\n', '/app/reqs/base.txt': 'requests[socks]>=2 ; python_version > "3.8"\npywin32 ; sys_platform == "win32"\n', '/app/reqs/pins.txt': 'urllib3==2.0.7\n' }), 'pip install -r reqs/dev.txt');
    expect(result.text).toContain(' urllib3-2.0.7');
    expect(result.text).not.toContain('pywin32');
  });

  it('installs a project, and one that is editable as a link', () => {
    const built = runIn(pythonRoot(app), 'pip install .');
    expect(get(built.root, `${SITE}/my_api/__init__.py`)).toBeDefined();
    expect(get(built.root, '/usr/local/bin/serve')).toBeDefined();
    expect(get(built.root, `${SITE}/click`)).toBeDefined();
    const linked = runIn(pythonRoot(app), 'pip install -e .');
    expect(get(linked.root, `${SITE}/my_api`)).toBeUndefined();
    expect(get(linked.root, `${SITE}/_my_api.pth`)).toBeDefined();
  });

  it('installs wheels that were made before, without an index', () => {
    const wheels = runIn(pythonRoot(flask), 'pip wheel -w /wheels -r requirements.txt');
    expect(get(wheels.root, '/wheels/flask-3.1.2-py3-none-any.whl')).toBeDefined();
    const offline = runIn(wheels.root, 'pip install --no-index --find-links=/wheels -r requirements.txt', { network: 'none' });
    expect(offline.exitCode).toBe(0);
    expect(runIn(wheels.root, 'pip install --no-deps /wheels/*.whl').exitCode).toBe(0);
    expect(runIn(wheels.root, 'pip install --no-index --find-links=/wheels django').text).toContain('ERROR: No matching distribution found for django\n');
  });

  it('needs no compiler for a wheel that was built from source before', () => {
    const { root } = runIn(pythonRoot(flask, ['gcc', 'pg_config']), 'pip wheel -w /wheels psycopg2 && rm /usr/bin/gcc /usr/bin/pg_config');
    expect(runIn(root, 'pip install --no-index --find-links=/wheels psycopg2').exitCode).toBe(0);
    expect(runIn(root, 'pip install --no-deps /wheels/psycopg2-*.whl').exitCode).toBe(0);
    expect(runIn(root, 'pip install psycopg2').text).toContain('Error: pg_config executable not found.');
  });

  it('goes to the user where the system may not be written, and to the environment whose pip is first in PATH', () => {
    const own = runIn(pythonRoot(flask), 'pip install flask', { user: 'app', env: ['HOME=/home/app'] });
    expect(own.text).toContain('Defaulting to user installation because normal site-packages is not writeable\n');
    expect(get(own.root, '/home/app/.local/lib/python3.13/site-packages/flask')).toBeDefined();
    const venv = runIn(pythonRoot(flask), 'python -m venv /opt/venv && PATH=/opt/venv/bin:$PATH && pip install flask && flask --version');
    expect(get(venv.root, '/opt/venv/lib/python3.13/site-packages/flask')).toBeDefined();
    expect(venv.text).not.toContain('WARNING');
  });

  it.each<[string, Record<string, string>, string, number]>([
    ['pip install -r nope.txt', {}, "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'nope.txt'\n", 1],
    ['pip install -r r.txt', { '/app/r.txt': 'flask==3.1.2\n<<<<<<< HEAD\n' }, "ERROR: Invalid requirement: '<<<<<<< HEAD': Expected package name at the start of dependency specifier\n", 1],
    ['pip install .', {}, "ERROR: Directory '.' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.\n", 1],
    ['pip install', {}, 'ERROR: You must give at least one requirement to install (see "pip help install")\n', 1],
    ['pip install flask==3.1.2 flask==3.0.0', {}, 'ERROR: Cannot install flask==3.1.2 and flask==3.0.0 because these package versions have conflicting dependencies.\n', 1],
    ['pip install -r r.txt', { '/app/r.txt': `flask==3.1.2 --hash=sha256:${'a'.repeat(64)}\nclick==8.4.2\n` }, 'ERROR: Hashes are required in --require-hashes mode', 1],
    ['pip install -r r.txt', { '/app/r.txt': 'flask==3.1.2 --hash=sha256:12ab\n' }, 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.', 1],
    ['pip install psycopg2', {}, 'Error: pg_config executable not found.', 1],
    ['pip instal flask', {}, 'ERROR: unknown command "instal"\n', 1],
  ])('%s fails in its words (%j)', (command, files, words, exitCode) => {
    const result = runIn(pythonRoot({ '/app/x': '', ...files }), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('compiles what has no wheel where the tools for it are there', () => {
    expect(runIn(pythonRoot({ '/app/x': '' }, ['gcc', 'pg_config']), 'pip install psycopg2').exitCode).toBe(0);
  });

  it('has no wheel of torch for musl', () => {
    const result = runIn(pythonRoot({ '/app/x': '', '/etc/alpine-release': '3.22.1\n' }), 'pip install torch');
    expect(result.text).toContain('ERROR: No matching distribution found for torch\n');
  });

  it('lists, shows, and takes away', () => {
    const { root } = runIn(pythonRoot(flask), 'pip install flask');
    expect(runIn(root, 'pip freeze').text).toContain('flask==3.1.2\nitsdangerous==2.2.0\n');
    expect(runIn(root, 'pip show flask').text).toContain('Version: 3.1.2\n');
    const without = runIn(root, 'pip uninstall -y flask');
    expect(without.text).toContain('Successfully uninstalled flask-3.1.2\n');
    expect(get(without.root, `${SITE}/flask`)).toBeUndefined();
  });
});

describe("the distribution's own Python", () => {
  it('refuses pip since it is managed by the distribution, unless it is told to break', () => {
    const ubuntu = pythonRoot({ '/app/x': '' }, ['python3', 'pip'], 'VERSION_CODENAME=noble\n');
    const env = ['PATH=/usr/bin'];
    const refused = runIn(ubuntu, 'pip install flask', { env });
    expect(refused.text).toMatch(/^error: externally-managed-environment\n\n× This environment is externally managed\n/);
    expect(refused.exitCode).toBe(1);
    const broken = runIn(ubuntu, 'pip install --break-system-packages flask', { env });
    expect(get(broken.root, '/usr/local/lib/python3.12/dist-packages/flask')).toBeDefined();
    const old = runIn(pythonRoot({ '/app/x': '' }, ['python3', 'pip'], 'VERSION_CODENAME=jammy\n'), 'pip install flask', { env });
    expect(old.exitCode).toBe(0);
  });

  it('makes no environment without python3-venv', () => {
    const files = { '/app/x': '' };
    const lacking = runIn(pythonRoot(files, ['python3']), 'python3 -m venv v', { env: ['PATH=/usr/bin'] });
    expect(lacking.text).toContain('    apt install python3.13-venv\n');
    expect(lacking.exitCode).toBe(1);
    const there = pythonRoot({ ...files, '/var/lib/dpkg/status': 'Package: python3-venv\nStatus: install ok installed\n\n' }, ['python3']);
    expect(runIn(there, 'python3 -m venv v', { env: ['PATH=/usr/bin'] }).exitCode).toBe(0);
  });
});
