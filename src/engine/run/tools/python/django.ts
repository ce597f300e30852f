/**
 * `manage.py collectstatic`: reads the settings module's names of applications and folders, copies their static files to
 * STATIC_ROOT. `compilemessages` writes `.mo` beside `.po`. The rest of a Django program does not run here.
 */
import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { copyTree } from '../copy-tree.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Interpreter } from './interpreter.ts';
import { hasModule } from './wheels.ts';

/** Files and bytes that `django.contrib.admin` brings to collectstatic (Django 5). */
const ADMIN = { files: 130, bytes: 2_300_000 };

interface Settings {
  readonly module: string;
  readonly text: string;
  readonly apps: readonly string[];
}

/** `python manage.py VERB …`; the exit code. */
export function manage(process: Process, program: string, args: readonly string[], interpreter: Interpreter): number {
  const [verb, ...rest] = args;
  if (!hasModule(process, interpreter, 'django')) return crash(process, program, "ImportError: Couldn't import Django. Are you sure it's installed and available on your PYTHONPATH environment variable? Did you forget to activate a virtual environment?");
  if (verb === 'compilemessages') return compileMessages(process);
  if (verb !== 'collectstatic' && verb !== 'check') return notSimulated(process, 'python', `${program} ${verb ?? ''}`.trim());
  const settings = readSettings(process, program, rest);
  if ('error' in settings) return crash(process, program, settings.error);
  const missing = settings.apps.find((app) => (process.peek(app.split('.')[0]!) ? folderOf(process, app) === undefined : !hasModule(process, interpreter, app)));
  if (missing !== undefined) return crash(process, program, `ModuleNotFoundError: No module named '${missing}'`);
  if (verb === 'check') {
    process.out('System check identified no issues (0 silenced).\n');
    modelled(process, 'python', 900, 0, 'Starting a Django project takes about a second: estimated.');
    return 0;
  }
  return collectStatic(process, program, settings);
}

function readSettings(process: Process, program: string, args: readonly string[]): Settings | { readonly error: string } {
  const manager = toText(attempt(() => process.readFile(program)).value ?? '');
  const given = args.find((arg) => arg.startsWith('--settings='))?.slice(11) ?? process.env.get('DJANGO_SETTINGS_MODULE') ?? /DJANGO_SETTINGS_MODULE["'],\s*["']([\w.]+)["']/.exec(manager)?.[1];
  if (given === undefined) return { error: 'django.core.exceptions.ImproperlyConfigured: Requested setting STATIC_ROOT, but settings are not configured.' };
  let text = '';
  for (let module: string | undefined = given, depth = 0; module !== undefined && depth < 8; depth++) {
    const path: string = module.replaceAll('.', '/');
    const found: string | undefined = attempt(() => process.readFile(`${path}.py`)).value ?? attempt(() => process.readFile(`${path}/__init__.py`)).value;
    if (found === undefined) return { error: `ModuleNotFoundError: No module named '${module}'` };
    text = `${toText(found)}\n${text}`;
    const base: string | undefined = /^from \.(\w+) import \*/m.exec(toText(found))?.[1];
    module = base === undefined ? undefined : `${module.slice(0, module.lastIndexOf('.') + 1)}${base}`;
  }
  const unset = [...text.matchAll(/os\.environ\[["'](\w+)["']\]/g)].map(([, name]) => name!).find((name) => !process.env.has(name));
  if (unset !== undefined) return { error: `KeyError: '${unset}'` };
  return { module: given, text, apps: listed(text, 'INSTALLED_APPS') };
}

/** The texts of a list that is assigned to a name; the last one counts. */
function listed(text: string, name: string): string[] {
  const body = [...text.matchAll(new RegExp(`^${name}\\s*=\\s*[[(]([^\\])]*)[\\])]`, 'gm'))].at(-1)?.[1] ?? '';
  return [...body.replace(/#.*$/gm, '').matchAll(/["']([^"']+)["']/g)].map(([, one]) => one!);
}

function folderOf(process: Process, app: string): string | undefined {
  const path = app.replaceAll('.', '/');
  if (process.peek(path)?.type === 'dir') return path;
  const outer = path.replace(/\/apps\/\w+Config$/, '');
  return outer !== path && process.peek(outer)?.type === 'dir' ? outer : undefined;
}

function collectStatic(process: Process, program: string, settings: Settings): number {
  const { text, apps } = settings;
  const base = process.locate(program.includes('/') ? program.slice(0, program.lastIndexOf('/')) : '.').path;
  const root = /^STATIC_ROOT\s*=\s*(.+)$/m.exec(text)?.[1];
  const relative = root === undefined ? undefined : /["']([^"']+)["']/.exec(root)?.[1];
  if (relative === undefined) return crash(process, program, "django.core.exceptions.ImproperlyConfigured: You're using the staticfiles app without having set the STATIC_ROOT setting to a filesystem path.");
  const target = relative.startsWith('/') ? relative : `${base}/${relative}`;
  const folders = [...listed(text, 'STATICFILES_DIRS').map((one) => (one.startsWith('/') ? one : `${base}/${one}`)), ...apps.flatMap((app) => folderOf(process, app) ?? []).map((path) => `${base}/${path}/static`)];
  makeDirectories(process, target);
  let files = 0;
  let bytes = 0;
  for (const folder of folders.filter((path) => process.peek(path)?.type === 'dir')) {
    const counted = measure(process, folder);
    files += counted.files;
    bytes += counted.bytes;
    for (const name of process.directory(folder).names()) copyTree(process, `${folder}/${name}`, `${target}/${name}`, { recursive: true, preserve: false, follow: 'all', force: true, noClobber: false, verbose: false });
  }
  if (apps.includes('django.contrib.admin')) {
    writeDescribed(process, `${target}/admin/admin.files`, ADMIN.bytes, 'django.contrib.admin static');
    files += ADMIN.files;
    bytes += ADMIN.bytes;
  }
  const hashed = /ManifestStaticFilesStorage/.test(text);
  if (hashed) process.writeFile(`${target}/staticfiles.json`, `{"paths": {}, "version": "1.1", "hash": "${sha256(folders.map((path) => contentOf(process, path)).join('\n')).slice(7, 19)}"}`);
  process.out(`\n${files} static file${files === 1 ? '' : 's'} copied to '${target}'${hashed ? `, ${files} post-processed` : ''}.\n`);
  modelled(process, 'python', Math.round(1200 + files * 4 + bytes / 50_000), bytes, 'Starting a Django project takes about a second, copying a file 4 ms: estimated.');
  return 0;
}

function measure(process: Process, path: string): { files: number; bytes: number } {
  process.limits.step();
  const inode = process.find(path);
  if (inode.type === 'file') return { files: 1, bytes: inode.size };
  if (inode.type !== 'dir') return { files: 0, bytes: 0 };
  return inode.names().map((name) => measure(process, `${path}/${name}`)).reduce((sum, one) => ({ files: sum.files + one.files, bytes: sum.bytes + one.bytes }), { files: 0, bytes: 0 });
}

/** `.po` files below the working directory; needs msgfmt. */
function compileMessages(process: Process): number {
  if (!process.peek('/usr/bin/msgfmt')) {
    process.err("CommandError: Can't find msgfmt. Make sure you have GNU gettext tools 0.19 or newer installed.\n");
    return 1;
  }
  let count = 0;
  const visit = (path: string): void => {
    process.limits.step();
    const inode = process.find(path);
    if (inode.type === 'dir') for (const name of inode.names()) visit(`${path}/${name}`);
    else if (inode.type === 'file' && path.endsWith('.po')) {
      process.out(`processing file ${path.slice(path.lastIndexOf('/') + 1)} in ${path.slice(0, path.lastIndexOf('/'))}\n`);
      writeDescribed(process, `${path.slice(0, -3)}.mo`, Math.round(inode.size * 0.6), sha256(`mo ${contentOf(process, path)}`));
      count += 1;
    }
  };
  visit('.');
  modelled(process, 'python', 700 + count * 15, 0, 'Compiling a catalogue of messages is taken to need 15 ms.');
  return 0;
}

function crash(process: Process, program: string, message: string): number {
  process.err(`Traceback (most recent call last):\n  File "${process.locate(program).path}", line 22, in <module>\n    main()\n${message}\n`);
  return 1;
}
