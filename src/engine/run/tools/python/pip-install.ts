/** `pip install`, and `pip download` and `pip wheel`, which stop where the wheels are there. */
import { toBytes } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import { WRITE } from '../../system/file-system.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated } from '../model.ts';
import { distribution as systemOf, interpreterIn, type Interpreter } from './interpreter.ts';
import { cannotPack, installProject, packProject, readProject, type Project } from './project.ts';
import { readRequirement, readRequirementsFile, type Requirement } from './requirement.ts';
import { requirementsOf, resolve, type Distribution, type Resolved } from './resolve.ts';
import { cannotInstall, installedIn, removeWheel, unpackWheel, wheelName, wheelSeed, type Unpacking } from './wheels.ts';

const BASIS = 'Versions and sizes of wheels from public lock files; small web apps took 3.8 to 8.4 s in published build logs; downloads at 100 Mbit/s.';
/** Options that take the next word. */
const VALUED = new Set(['-b', '-d', '-f', '-i', '-t', '-w', '--abi', '--build', '--cache-dir', '--cert', '--dest', '--extra-index-url', '--find-links', '--index-url', '--log', '--no-binary', '--only-binary', '--platform', '--prefix', '--progress-bar', '--proxy', '--python', '--python-version', '--report', '--retries', '--root', '--root-user-action', '--src', '--target', '--timeout', '--trusted-host', '--upgrade-strategy', '--wheel-dir']);

export interface PipArguments {
  readonly words: readonly string[];
  readonly files: readonly string[];
  readonly constraints: readonly string[];
  readonly editables: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly indexes: readonly string[];
}

/** The command line behind the verb. */
export function readArguments(args: readonly string[]): PipArguments {
  const words: string[] = [];
  const lists: Record<'-r' | '-c' | '-e', string[]> = { '-r': [], '-c': [], '-e': [] };
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const indexes: string[] = [];
  const long: Readonly<Record<string, '-r' | '-c' | '-e'>> = { '--requirement': '-r', '--requirements': '-r', '--constraint': '-c', '--editable': '-e', '-r': '-r', '-c': '-c', '-e': '-e' };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg[0] !== '-') {
      words.push(arg);
      continue;
    }
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const name = equals < 0 ? (/^-[rce]./.test(arg) ? arg.slice(0, 2) : arg) : arg.slice(0, equals);
    const value = () => (equals >= 0 ? arg.slice(equals + 1) : name === arg ? (args[++i] ?? '') : arg.slice(2));
    const list = long[name];
    if (list) lists[list].push(value());
    else if (VALUED.has(name)) {
      const given = value();
      values.set(name, given);
      if (/index-url$|^-i$/.test(name)) indexes.push(given);
    } else flags.add(arg);
  }
  return { words, files: lists['-r'], constraints: lists['-c'], editables: lists['-e'], flags, values, indexes };
}

/** Where pip keeps what it downloads. */
export function cacheFolder(process: Process): string {
  return process.env.get('PIP_CACHE_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.cache/pip`;
}

/** Runs `pip install`, `download` or `wheel`; the exit code. */
export function pipInstall(process: Process, args: PipArguments, given: Interpreter, verb: 'install' | 'download' | 'wheel'): number {
  const { flags, values } = args;
  const setting = (name: string) => /^(1|true|on|yes)$/i.test(process.env.get(`PIP_${name}`) ?? '');
  const wanted = collect(process, args);
  if ('error' in wanted) {
    process.err(toBytes(`ERROR: ${wanted.error}\n`));
    return 1;
  }
  if (wanted.requirements.length === 0 && args.files.length === 0) {
    process.err('ERROR: You must give at least one requirement to install (see "pip help install")\n');
    return 1;
  }
  const target = values.get('-t') ?? values.get('--target');
  if (verb === 'install' && given.managed && target === undefined && !values.has('--prefix') && !flags.has('--break-system-packages') && !setting('BREAK_SYSTEM_PACKAGES')) {
    process.err(toBytes(managedWords(process)));
    return 1;
  }
  const projects: { project: Project; editable: boolean }[] = [];
  const packages: Requirement[] = [];
  for (const one of wanted.requirements) {
    if (one.from === undefined || one.pin !== undefined) {
      if (one.from !== undefined && !process.peek(one.from)) {
        process.err(`WARNING: Requirement '${one.from}' looks like a filename, but the file does not exist\nERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: '${one.from}'\n`);
        return 1;
      }
      packages.push(one);
      continue;
    }
    if (/:\/\/|^git\+/.test(one.from)) return notSimulated(process, 'pip', `Installing from ${one.from}`);
    const project = readProject(process, one.from.replace(/^file:/, '').replace(/\/$/, '') || '/');
    if ('missing' in project) {
      process.err(process.peek(one.from) ? `ERROR: Directory '${one.from}' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.\n` : `ERROR: Invalid requirement: '${one.from}': Expected package name at the start of dependency specifier\n    ${one.from}\n    ^\nHint: It looks like a path. File '${one.from}' does not exist.\n`);
      return 1;
    }
    if ('error' in project) {
      process.err(`ERROR: Cannot install '${one.from}': pyproject.toml is not valid TOML: ${project.error} (at line ${project.line})\n`);
      return 1;
    }
    const broken = cannotPack(process, project);
    process.out(`${one.editable ? 'Obtaining' : 'Processing'} ${process.locate(one.from).path}\n`);
    if (broken !== undefined) {
      process.err(toBytes(`  error: subprocess-exited-with-error\n  \n  × Preparing metadata (pyproject.toml) did not run successfully.\n  │ exit code: 1\n  ╰─> [20 lines of output]\n      ${broken.replaceAll('\n', '\n      ')}\n      [end of output]\n  \n  note: This error originates from a subprocess, and is likely not a problem with pip.\nerror: metadata-generation-failed\n`));
      return 1;
    }
    projects.push({ project, editable: one.editable === true });
    const extras = one.extras.flatMap((extra) => project.extras[extra] ?? []);
    if (!flags.has('--no-deps')) packages.push(...requirementsOf([...project.dependencies, ...extras]));
  }
  const hashed = flags.has('--require-hashes') || packages.some((one) => one.hashes.length > 0);
  const unhashed = hashed ? packages.filter((one) => one.hashes.length === 0) : [];
  if (unhashed.length > 0) {
    process.err(`ERROR: Hashes are required in --require-hashes mode, but they are missing from some requirements. Here is a list of those requirements along with the hashes their downloaded archives actually had. Add lines like these to your requirements files to prevent tampering. (If you did not enable --require-hashes manually, note that it turns on automatically when any package has a hash.)\n${unhashed.map((one) => `    ${one.name}${one.specifier} --hash=${wheelSeed({ ...bare, name: one.name, version: one.pin ?? '' })}\n`).join('')}`);
    return 1;
  }
  const broken = packages.find((one) => one.hashes.length > 0 && !one.hashes.some((hash) => /^sha256:[0-9a-f]{64}$|^sha384:[0-9a-f]{96}$|^sha512:[0-9a-f]{128}$/.test(hash)));
  if (broken) {
    process.err(`ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.\n    ${broken.name}${broken.specifier}${broken.origin}:\n        Expected ${broken.hashes[0]!.replace(':', ' ')}\n             Got        ${wheelSeed({ ...bare, name: broken.name, version: broken.pin ?? '' }).slice(7)}\n`);
    return 1;
  }
  const indexes = [...args.indexes, ...wanted.indexes, process.env.get('PIP_INDEX_URL') ?? '', process.env.get('PIP_EXTRA_INDEX_URL') ?? ''];
  const resolved = resolve({ requirements: packages, constraints: wanted.constraints, alone: flags.has('--no-deps') || hashed, cpu: indexes.some((one) => one.includes('/whl/cpu')) });
  if ('error' in resolved) {
    process.err(`ERROR: ${resolved.error}\nERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts\n`);
    return 1;
  }
  return fetchAndInstall(process, { ...args, findLinks: [...wanted.findLinks, values.get('-f') ?? values.get('--find-links') ?? process.env.get('PIP_FIND_LINKS') ?? ''].filter((one) => one !== ''), noIndex: wanted.noIndex || flags.has('--no-index') || setting('NO_INDEX') }, given, verb, resolved.found, projects, packages, setting('NO_CACHE_DIR') || flags.has('--no-cache-dir'));
}

const bare: Distribution = { name: '', version: '', wheel: 0, installed: 0, kind: 'any', needs: [] };

function collect(process: Process, args: PipArguments) {
  const requirements: Requirement[] = [];
  const constraints: Requirement[] = [];
  const indexes: string[] = [];
  const findLinks: string[] = [];
  let noIndex = false;
  for (const [paths, isConstraint] of [[args.files, false], [args.constraints, true]] as const) {
    for (const path of paths) {
      const read = readRequirementsFile(process, path, isConstraint);
      if ('error' in read) return read;
      (isConstraint ? constraints : requirements).push(...read.requirements);
      constraints.push(...read.constraints);
      indexes.push(...read.indexes);
      findLinks.push(...read.findLinks);
      noIndex ||= read.noIndex;
    }
  }
  for (const word of args.words) {
    const one = readRequirement(word) ?? (process.peek(word)?.type === 'dir' ? { name: word, extras: [], specifier: '', hashes: [], origin: '', from: word } : undefined);
    if (one === undefined) return { error: `Invalid requirement: '${word}': Expected package name at the start of dependency specifier\n    ${word}\n    ^` };
    if (one !== 'excluded') requirements.push(one);
  }
  for (const path of args.editables) requirements.push({ name: path, extras: [], specifier: '', hashes: [], origin: '', from: path.replace(/\[[^\]]*\]$/, ''), editable: true });
  return { requirements, constraints, indexes, findLinks, noIndex };
}

type Sources = PipArguments & { readonly findLinks: readonly string[]; readonly noIndex: boolean };

function fetchAndInstall(process: Process, args: Sources, given: Interpreter, verb: string, found: readonly Resolved[], projects: readonly { project: Project; editable: boolean }[], asked: readonly Requirement[], noCache: boolean): number {
  const { flags, values } = args;
  const where = placeOf(process, args, given);
  const installed = installedIn(process, where.site);
  const upgrade = flags.has('-U') || flags.has('--upgrade') || flags.has('--force-reinstall');
  const direct = new Set(asked.map((one) => one.name));
  const missing: Distribution[] = [];
  let download = 0;
  let kept = 0;
  let built = projects.length;
  for (const { distribution: one, origin, specifier } of found) {
    process.limits.step(10);
    const has = verb === 'install' ? installed.get(one.name) : undefined;
    const pinned = specifier.includes('==');
    if (has !== undefined && (has === one.version || (!pinned && !(upgrade && direct.has(one.name))))) {
      process.out(`Requirement already satisfied: ${one.name}${specifier} in ${where.site}${origin} (${has})\n`);
      continue;
    }
    const file = wheelName(process, one, given);
    const local = asked.find((requirement) => requirement.name === one.name && requirement.from !== undefined)?.from ?? args.findLinks.map((dir) => `${dir}/${file}`).find((path) => process.peek(path));
    const problem = local === undefined ? cannotInstall(process, one) : undefined;
    if (problem !== undefined) {
      process.err(toBytes(problem));
      return 1;
    }
    process.out(`Collecting ${one.name}${specifier}${origin}\n`);
    if (local === undefined && one.kind === 'source') built += 1;
    const seed = wheelSeed(one);
    const cached = `${cacheFolder(process)}/http-v2/${[7, 8, 9, 10, 11].map((at) => seed[at]).join('/')}/${seed.slice(7)}.body`;
    if (local !== undefined) process.out(`Processing ${local}\n`);
    else if (args.noIndex || process.machine.request.network === 'none') {
      if (!args.noIndex) process.err(`WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NameResolutionError("Failed to resolve 'pypi.org' ([Errno -3] Temporary failure in name resolution)")': /simple/${one.name}/\n`);
      process.err(`ERROR: Could not find a version that satisfies the requirement ${one.name}${specifier} (from versions: none)\nERROR: No matching distribution found for ${one.name}${specifier}\n`);
      return 1;
    } else if (!noCache && process.peek(cached)) process.out(`  Using cached ${file} (${sizeText(one.wheel)})\n`);
    else {
      process.out(`  Downloading ${file} (${sizeText(one.wheel)})\n`);
      download += one.wheel;
      if (!noCache) {
        writeDescribed(process, cached, one.wheel, seed);
        kept += one.wheel;
      }
    }
    missing.push(one);
  }
  if (verb !== 'install') return saveWheels(process, verb, given, missing, projects.map(({ project }) => project), values.get('-w') ?? values.get('--wheel-dir') ?? values.get('-d') ?? values.get('--dest') ?? '.', download, kept);
  let bytes = kept;
  for (const one of missing) {
    if (installed.has(one.name)) removeWheel(process, where.site, where.bin, one.name);
    bytes += unpackWheel(process, one, where);
  }
  for (const { project, editable } of projects) bytes += installProject(process, project, where, editable);
  const done = [...missing.map((one) => `${one.name}-${one.version}`), ...projects.map(({ project }) => `${project.name}-${project.version}`)].sort();
  if (done.length > 0) process.out(`Installing collected packages: ${[...missing.map((one) => one.name), ...projects.map(({ project }) => project.name)].sort().join(', ')}\nSuccessfully installed ${done.join(' ')}\n`);
  if (process.uid === 0 && !given.venv && !process.env.has('PIP_ROOT_USER_ACTION') && !values.has('--root-user-action') && values.get('-t') === undefined && values.get('--target') === undefined) {
    process.err("WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n");
  }
  const duration = 1200 + found.length * 150 + missing.reduce((sum, one) => sum + 200 + Math.min(one.installed, 20_000_000) / 20_000 + one.installed / 240_000, 0) + download / 12_500 + built * 2500;
  modelled(process, 'pip', Math.round(duration), bytes, BASIS);
  return 0;
}

function saveWheels(process: Process, verb: string, given: Interpreter, missing: readonly Distribution[], projects: readonly Project[], folder: string, download: number, kept: number): number {
  makeDirectories(process, folder);
  let bytes = kept;
  for (const one of missing) {
    const path = `${folder}/${wheelName(process, one, given)}`;
    writeDescribed(process, path, one.wheel, wheelSeed(one));
    process.out(`Saved ${path}\n`);
    bytes += one.wheel;
  }
  for (const project of projects) packProject(process, project, folder, ['wheel']);
  if (verb === 'download' && missing.length > 0) process.out(`Successfully downloaded ${missing.map((one) => one.name).join(' ')}\n`);
  modelled(process, 'pip', Math.round(1000 + missing.length * 250 + download / 12_500 + projects.length * 2500), bytes, BASIS);
  return 0;
}

/** Where packages are written: what was asked for, the Python's own place, or the user's where that may not be written. */
function placeOf(process: Process, { flags, values }: PipArguments, given: Interpreter): Unpacking {
  const settled = { installer: 'pip', bytecode: !flags.has('--no-compile'), tag: `cpython-${given.minor.replace('.', '')}` };
  const target = values.get('-t') ?? values.get('--target') ?? process.env.get('PIP_TARGET');
  if (target !== undefined) return { ...settled, site: target, bin: `${target}/bin` };
  const prefix = values.get('--prefix') ?? process.env.get('PIP_PREFIX');
  if (prefix !== undefined) return { ...settled, ...inPrefix(process, prefix, given) };
  const user = flags.has('--user') || /^(1|true|on|yes)$/i.test(process.env.get('PIP_USER') ?? '');
  const nearest = process.peek(given.site) ?? process.peek(given.prefix);
  const denied = process.uid !== 0 && !(nearest && process.files.allows(process, nearest, WRITE));
  if (user || (denied && !given.venv)) {
    if (!user) process.out('Defaulting to user installation because normal site-packages is not writeable\n');
    return { ...settled, ...inPrefix(process, process.env.get('PYTHONUSERBASE') ?? `${process.env.get('HOME') ?? '/root'}/.local`, given) };
  }
  return { ...settled, site: given.site, bin: given.bin };
}

function inPrefix(process: Process, prefix: string, given: Interpreter): { site: string; bin: string } {
  attempt(() => makeDirectories(process, `${prefix}/lib/python${given.minor}/site-packages`));
  return { site: `${prefix}/lib/python${interpreterIn(process, prefix).minor}/site-packages`, bin: `${prefix}/bin` };
}

function sizeText(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} kB`;
}

/** PEP 668, in the words of the distribution. */
function managedWords(process: Process): string {
  const how = systemOf(process).alpine
    ? ['The system-wide python installation should be maintained using the system', '    package manager (apk) only.', '    ', '    If the package in question is not packaged already (and hence installable via', '    "apk add py3-somepackage"), please consider installing it inside a virtual', '    environment, e.g.:']
    : ['To install Python packages system-wide, try apt install', '    python3-xyz, where xyz is the package you are trying to', '    install.', '    ', '    If you wish to install a non-Debian-packaged Python package,', '    create a virtual environment using python3 -m venv path/to/venv.', '    Then use path/to/venv/bin/python and path/to/venv/bin/pip. Make', '    sure you have python3-full installed.'];
  return `error: externally-managed-environment\n\n× This environment is externally managed\n╰─> ${how.join('\n')}\n\nnote: If you believe this is a mistake, please contact your Python installation or OS distribution provider. You can override this, at the risk of breaking your Python installation or OS, by passing --break-system-packages.\nhint: See PEP 668 for the detailed specification.\n`;
}
