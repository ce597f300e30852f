/** Wheels: what they are called, what they put where, and what is needed where they have to be built first. */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import { machineName } from '../uname.ts';
import { distribution as systemOf, type Interpreter } from './interpreter.ts';
import type { Distribution } from './resolve.ts';

/** Commands of distributions that are not called like the distribution, or where there is more than one. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  alembic: ['alembic'], black: ['black'], celery: ['celery'], django: ['django-admin'], 'fastapi-cli': ['fastapi'], flask: ['flask'], gunicorn: ['gunicorn'], httpx: ['httpx'], ipython: ['ipython'], jupyterlab: ['jupyter-lab', 'jupyter'],
  mypy: ['mypy'], notebook: ['jupyter-notebook'], pip: ['pip', 'pip3'], poetry: ['poetry'], pytest: ['pytest', 'py.test'], ruff: ['ruff'], sphinx: ['sphinx-build'], streamlit: ['streamlit'], tqdm: ['tqdm'], uv: ['uv', 'uvx'],
  uvicorn: ['uvicorn'], virtualenv: ['virtualenv'], wheel: ['wheel'], 'mkdocs-material': ['mkdocs'], build: ['pyproject-build'], transformers: ['transformers'], torch: ['torchrun'], numpy: ['f2py'],
};
/** Modules that are not called like their distribution. */
const MODULES: Readonly<Record<string, string>> = {
  beautifulsoup4: 'bs4', 'djangorestframework': 'rest_framework', 'django-environ': 'environ', 'opencv-python-headless': 'cv2', pillow: 'PIL', 'psycopg2-binary': 'psycopg2', 'python-dateutil': 'dateutil',
  'python-dotenv': 'dotenv', 'python-multipart': 'multipart', pyyaml: 'yaml', 'scikit-learn': 'sklearn', mysqlclient: 'MySQLdb', 'psycopg-binary': 'psycopg_binary', 'poetry-core': 'poetry/core', 'poetry-plugin-export': 'poetry_plugin_export',
};

/** `scikit-learn` → `sklearn`: the folder that it is imported from. */
export function moduleOf(name: string): string {
  return MODULES[name] ?? name.replaceAll('-', '_');
}

/** `scikit-learn` → `scikit_learn`: as files of a distribution spell it. */
export function fileNameOf(name: string): string {
  return name.replaceAll('-', '_');
}

/** `flask-3.1.2-py3-none-any.whl`. */
export function wheelName(process: Process, one: Distribution, interpreter: Interpreter): string {
  const base = `${fileNameOf(one.name)}-${one.version}`;
  if (one.kind === 'any') return `${base}-py3-none-any.whl`;
  const machine = machineName(process.machine.request.platform);
  const tag = `cp${interpreter.minor.replace('.', '')}`;
  if (one.kind === 'source') return `${base}-${tag}-${tag}-linux_${machine}.whl`;
  return `${base}-${tag}-${tag}-${systemOf(process).alpine ? 'musllinux_1_2' : 'manylinux_2_28'}_${machine}.whl`;
}

/** Digest that stands for the wheel's bytes. */
export function wheelSeed(one: Distribution): string {
  return sha256(`wheel ${one.name}==${one.version}`);
}

/** Where the wheel cannot be had: pip's words. Packages without a wheel for musl, and those that are compiled here without what that needs. */
export function cannotInstall(process: Process, one: Distribution): string | undefined {
  if (one.kind === 'glibc' && systemOf(process).alpine) return `ERROR: Could not find a version that satisfies the requirement ${one.name} (from versions: none)\nERROR: No matching distribution found for ${one.name}\n`;
  if (one.kind !== 'source') return undefined;
  const lacks = (name: string) => !('path' in searchPath(process, name));
  const failed = (what: string) => `  error: subprocess-exited-with-error\n  \n  × Getting requirements to build wheel did not run successfully.\n  │ exit code: 1\n  ╰─> [23 lines of output]\n      ${what}\n      [end of output]\n  \n  note: This error originates from a subprocess, and is likely not a problem with pip.\n`;
  if (one.name === 'psycopg2' && lacks('pg_config')) return `${failed('Error: pg_config executable not found.\n      \n      pg_config is required to build psycopg2 from source.  Please add the directory\n      containing pg_config to the $PATH')}ERROR: Failed to build 'psycopg2' when getting requirements to build wheel\n`;
  if (one.name === 'mysqlclient' && lacks('pkg-config')) return `${failed('Exception: Can not find valid pkg-config name.\n      Specify MYSQLCLIENT_CFLAGS and MYSQLCLIENT_LDFLAGS env vars manually')}ERROR: Failed to build 'mysqlclient' when getting requirements to build wheel\n`;
  if (lacks('gcc') && lacks('cc')) return `  error: command 'gcc' failed: No such file or directory\n  [end of output]\n  \n  note: This error originates from a subprocess, and is likely not a problem with pip.\n  ERROR: Failed building wheel for ${one.name}\nERROR: Failed to build installable wheels for some pyproject.toml based projects (${one.name})\n`;
  return undefined;
}

export interface Unpacking {
  readonly site: string;
  readonly bin: string;
  /** Who is named in the file INSTALLER. */
  readonly installer: string;
  /** `__pycache__` is written too. */
  readonly bytecode: boolean;
  /** Of the caches' names: `cpython-313`. */
  readonly tag: string;
}

/** Unpacks a distribution; gives the bytes written. Bytecode is taken to be 0.38 of pure Python and 0.1 of what is compiled. */
export function unpackWheel(process: Process, one: Distribution, where: Unpacking): number {
  const module = `${where.site}/${moduleOf(one.name)}`;
  const seed = wheelSeed(one);
  const cached = Math.round(one.installed * (one.kind === 'any' ? 0.38 : 0.1));
  writeDescribed(process, `${module}/__init__.py`, one.installed - cached, seed);
  if (where.bytecode) writeDescribed(process, `${module}/__pycache__/__init__.${where.tag}.pyc`, cached, `${seed} ${where.tag}`);
  writeInfo(process, one.name, one.version, where, `Requires-Dist: ${one.needs.join('\nRequires-Dist: ')}\n`);
  for (const command of COMMANDS[one.name] ?? []) writeCommand(process, where, command);
  return one.installed - (where.bytecode ? 0 : cached);
}

/** The folder by which package managers know that something is installed. */
export function writeInfo(process: Process, name: string, version: string, where: Pick<Unpacking, 'site' | 'installer'>, more = ''): void {
  const info = `${where.site}/${fileNameOf(name)}-${version}.dist-info`;
  makeDirectories(process, info);
  process.writeFile(`${info}/METADATA`, `Metadata-Version: 2.4\nName: ${name}\nVersion: ${version}\n${more}`);
  process.writeFile(`${info}/INSTALLER`, `${where.installer}\n`);
}

/** A command of a distribution: a small program that the Python beside it runs. */
export function writeCommand(process: Process, where: Pick<Unpacking, 'bin'>, command: string): void {
  writeDescribed(process, `${where.bin}/${command}`, 210 + where.bin.length, sha256(`command ${where.bin}/${command}`), 0o755);
}

/** Versions of what is installed in a folder, by normalised name. */
export function installedIn(process: Process, site: string): Map<string, string> {
  const folder = process.peek(site);
  const names = folder?.type === 'dir' ? folder.names() : [];
  return new Map(names.flatMap((name) => {
    const match = /^(.+)-([^-]+)\.dist-info$/.exec(name);
    return match ? [[match[1]!.toLowerCase().replace(/[_.]+/g, '-'), match[2]!] as const] : [];
  }));
}

/** Takes a distribution away; false where it is not there. */
export function removeWheel(process: Process, site: string, bin: string, name: string): boolean {
  const version = installedIn(process, site).get(name);
  if (version === undefined) return false;
  remove(process, `${site}/${fileNameOf(name)}-${version}.dist-info`, true, true);
  if (process.peek(`${site}/${moduleOf(name)}`)) remove(process, `${site}/${moduleOf(name)}`, true, true);
  for (const command of COMMANDS[name] ?? []) if (process.peek(`${bin}/${command}`)) remove(process, `${bin}/${command}`, false, true);
  return true;
}

/** Whether Python finds a module: installed, or beside the program. */
export function hasModule(process: Process, interpreter: Interpreter, module: string): boolean {
  const top = module.split('.')[0]!;
  return [interpreter.site, ...(process.env.get('PYTHONPATH') ?? '').split(':').filter((one) => one !== ''), '.'].some((dir) => attempt(() => process.peek(`${dir}/${top}`) ?? process.peek(`${dir}/${top}.py`)).value !== undefined);
}
