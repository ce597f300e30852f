import { describe, expect, it } from 'vitest';
import { get } from '../../../fs/index.ts';
import type { FileNode } from '../../../fs/index.ts';
import { pythonRoot, runIn } from './testing.ts';

const project = {
  '/app/manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
  '/app/config/settings.py': 'INSTALLED_APPS = ["django.contrib.admin", "shop"]\nSTATICFILES_DIRS = [BASE_DIR / "static"]\nSTATIC_ROOT = BASE_DIR / "staticfiles"\n',
  '/app/shop/models.py': '',
  '/app/shop/static/shop/cart.js': 'cart',
  '/app/static/site.css': 'body {}',
};
const withDjango = (files: Record<string, string>) => runIn(pythonRoot({ ...project, ...files }), 'pip install django').root;

describe('python', () => {
  it.each<[string, string, number]>([
    ['python --version', 'Python 3.13.14\n', 0],
    ['python missing.py', "/usr/local/bin/python: can't open file '/app/missing.py': [Errno 2] No such file or directory\n", 2],
    ['python -m nothing', '/usr/local/bin/python: No module named nothing\n', 1],
    ['python -c "import os, json"', '', 0],
    ['python -c "import flask"', "ModuleNotFoundError: No module named 'flask'\n", 1],
    ['python -m venv', 'venv: error: the following arguments are required: ENV_DIR\n', 2],
  ])('%s', (command, words, exitCode) => {
    const result = runIn(pythonRoot({ '/app/x': '' }), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('says that programs do not run', () => {
    const result = runIn(pythonRoot({ '/app/main.py': 'print(1)\n' }), 'python main.py');
    expect(result).toMatchObject({ exitCode: 0, fidelity: 'not-simulated' });
  });

  it.each<[string, string, number]>([
    ['pip install psycopg2', '', 0],
    ['pip install psycopg2-binary', '', 0],
    ['pip install psycopg2 && rm /usr/bin/pg_config', "  File \"/app/main.py\", line 3, in <module>\n    import psycopg2\nImportError: libpq.so.5: cannot open shared object file: No such file or directory\n", 1],
    ['pip install psycopg2 && rm /usr/bin/pg_config && mkdir -p /usr/lib/libpq5 && touch /usr/lib/libpq5/libpq5.files', '', 0],
    ['true', "    import psycopg2\nModuleNotFoundError: No module named 'psycopg2'\n", 1],
  ])('ends a program whose imports are not there or cannot be loaded: %s', (command, words, exitCode) => {
    const result = runIn(pythonRoot({ '/app/main.py': 'import os\n\nimport psycopg2\nimport neighbour\n' }, ['gcc', 'pg_config']), `${command} && python main.py`);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('leaves imports alone that are guarded, or of which nothing is known', () => {
    const text = 'try:\n    import flask\nexcept ImportError:\n    flask = None\nimport ours\n';
    expect(runIn(pythonRoot({ '/app/main.py': text }), 'python main.py').exitCode).toBe(0);
  });

  it('compiles the modules of a folder; the time of the source is in the bytecode', () => {
    const root = pythonRoot({ '/app/a/one.py': 'x = 1\n', '/app/a/note.txt': '' });
    const bytes = (command: string) => (get(runIn(root, command).root, '/app/a/__pycache__/one.cpython-313.pyc') as FileNode).content;
    expect(bytes('python -m compileall -q a')).toEqual(bytes('python -m compileall -q a'));
    expect(bytes('touch a/one.py && python -m compileall -q a')).not.toEqual(bytes('python -m compileall -q a'));
    expect(bytes('touch a/one.py && python -m compileall --invalidation-mode unchecked-hash a')).toEqual(bytes('python -m compileall --invalidation-mode unchecked-hash a'));
  });
});

describe('manage.py collectstatic', () => {
  it('gathers the static files of folders and applications', () => {
    const result = runIn(withDjango({}), 'python manage.py collectstatic --noinput');
    expect(result.text).toContain("132 static files copied to '/app/staticfiles'.\n");
    for (const path of ['site.css', 'shop/cart.js', 'admin']) expect(get(result.root, `/app/staticfiles/${path}`), path).toBeDefined();
  });

  it('gives the same files whatever happens to Python code', () => {
    const files = (more: Record<string, string>) => {
      const { root } = runIn(withDjango(more), 'python manage.py collectstatic --noinput');
      return ['site.css', 'shop/cart.js', 'admin/admin.files'].map((path) => (get(root, `/app/staticfiles/${path}`) as FileNode).content);
    };
    expect(files({ '/app/shop/models.py': 'x = 1\n' })).toEqual(files({}));
    expect(files({ '/app/static/site.css': 'p {}' })).not.toEqual(files({}));
  });

  it.each<[string, Record<string, string>, string]>([
    ['a variable that is not set', { '/app/config/settings.py': 'import os\nSECRET_KEY = os.environ["SECRET_KEY"]\n' }, "KeyError: 'SECRET_KEY'\n"],
    ['an application that is not there', { '/app/config/settings.py': 'INSTALLED_APPS = ["crispy"]\n' }, "ModuleNotFoundError: No module named 'crispy'\n"],
    ['no STATIC_ROOT', { '/app/config/settings.py': 'INSTALLED_APPS = []\n' }, 'without having set the STATIC_ROOT setting'],
  ])('fails for %s', (_, files, words) => {
    const result = runIn(withDjango(files), 'python manage.py collectstatic --noinput');
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(1);
  });

  it('needs Django', () => {
    expect(runIn(pythonRoot(project), 'python manage.py collectstatic').text).toContain("ImportError: Couldn't import Django.");
  });
});
