/** `uv pip`: install, sync, compile, uninstall, list and freeze, into an environment or into the system's Python. */
import { toBytes } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './pip-install.ts';
import { readProject, type Project } from './project.ts';
import { readRequirement, readRequirementsFile, type Requirement } from './requirement.ts';
import { requirementsOf, resolve } from './resolve.ts';
import { isSet, uvInstall } from './uv-install.ts';
import { findPython, optionOf } from './uv-python.ts';
import { venvIn } from './venv.ts';
import { installedIn, removeWheel, wheelSeed } from './wheels.ts';

/** Runs `uv pip …`; the exit code. */
export function uvPip(process: Process, args: readonly string[]): number {
  const [verb = '', ...rest] = args;
  const system = isSet(process, rest, '--system', 'UV_SYSTEM_PYTHON');
  const active = process.env.get('VIRTUAL_ENV') ?? process.env.get('UV_PROJECT_ENVIRONMENT');
  const environment = system ? findPython(process, rest) : (venvIn(process, active ?? '.venv') ?? (optionOf(rest, '--python', '-p') === undefined ? undefined : findPython(process, rest)));
  const prefix = optionOf(rest, '--target', '-t', '--prefix');
  if (!environment && prefix === undefined) {
    if (!system) process.err('error: No virtual environment found; run `uv venv` to create an environment, or pass `--system` to install into a non-virtual environment\n');
    return 2;
  }
  const interpreter = environment ?? findPython(process, rest);
  if (!interpreter) return 2;
  if (interpreter.managed && verb !== 'list' && !rest.includes('--break-system-packages') && !isSet(process, rest, '--break-system-packages')) {
    process.err(toBytes(`error: The interpreter at ${interpreter.prefix} is externally managed, and indicates the following:\n\n  To install Python packages system-wide, use the distribution's packages.\n\nConsider creating a virtual environment with \`uv venv\`.\n`));
    return 2;
  }
  const options = readArguments(rest.filter((arg, i) => !/^(-p|--python|--link-mode)$/.test(arg) && !/^(-p|--python|--link-mode)$/.test(rest[i - 1] ?? '')));
  if (verb === 'uninstall') {
    for (const name of options.words) process.err(removeWheel(process, interpreter.site, interpreter.bin, name) ? ` - ${name}\n` : `warning: Skipping ${name} as it is not installed\n`);
    return 0;
  }
  if (verb === 'list' || verb === 'freeze') {
    for (const [name, version] of installedIn(process, interpreter.site)) process.out(`${name}==${version}\n`);
    return 0;
  }
  if (verb !== 'install' && verb !== 'sync' && verb !== 'compile') return notSimulated(process, 'uv', `uv pip ${verb}`);
  const requirements: Requirement[] = [];
  const indexes = [...options.indexes];
  for (const path of [...options.files, ...(verb === 'install' ? [] : options.words)]) {
    if (path.endsWith('.toml')) {
      const project = readProject(process, path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
      if ('dependencies' in project) requirements.push(...requirementsOf(project.dependencies));
      else {
        process.err(`error: File not found: \`${path}\`\n`);
        return 2;
      }
      continue;
    }
    const read = readRequirementsFile(process, path);
    if ('error' in read) {
      process.err(read.error.startsWith('Could not open') ? `error: File not found: \`${path}\`\n` : toBytes(`error: Couldn't parse requirement in \`${path}\`\n  Caused by: ${read.error}\n`));
      return 2;
    }
    requirements.push(...read.requirements);
    indexes.push(...read.indexes);
  }
  let local: { project: Project; editable: boolean } | undefined;
  for (const word of [...(verb === 'install' ? options.words : []), ...options.editables]) {
    const one = readRequirement(word);
    if (one === undefined) {
      process.err(toBytes(`error: Failed to parse: \`${word}\`\n  Caused by: Expected package name starting with an alphanumeric character\n`));
      return 2;
    }
    if (one === 'excluded') continue;
    if (one.from === undefined || one.pin !== undefined) requirements.push(one);
    else if (/:\/\//.test(one.from)) return notSimulated(process, 'uv', `Installing from ${one.from}`);
    else {
      const project = readProject(process, one.from.replace(/\/$/, ''));
      if (!('dependencies' in project)) {
        process.err(`error: ${one.from} does not appear to be a Python project, as neither \`pyproject.toml\` nor \`setup.py\` are present in the directory\n`);
        return 2;
      }
      local = { project, editable: options.editables.includes(word) };
      requirements.push(...requirementsOf([...project.dependencies, ...one.extras.flatMap((extra) => project.extras[extra] ?? [])]));
    }
  }
  const resolved = resolve({ requirements, alone: options.flags.has('--no-deps'), cpu: indexes.some((one) => one.includes('/whl/cpu')) || process.env.get('UV_TORCH_BACKEND') === 'cpu' });
  if ('error' in resolved) {
    process.err(toBytes(`  × No solution found when resolving dependencies:\n  ╰─▶ ${resolved.error}\n`));
    return 1;
  }
  const distributions = resolved.found.map((one) => one.distribution);
  if (verb === 'compile') {
    const text = distributions.map((one) => `${one.name}==${one.version}${options.flags.has('--generate-hashes') ? ` \\\n    --hash=${wheelSeed(one)}` : ''}\n`).sort().join('');
    const out = optionOf(rest, '-o', '--output-file');
    if (out !== undefined) process.writeFile(out, text);
    process.out(text);
    modelled(process, 'uv', 400 + distributions.length * 15, text.length, 'Resolving takes uv well under a second where the index answers quickly.');
    return 0;
  }
  const place = prefix === undefined ? interpreter : { ...interpreter, site: rest.some((arg) => arg.startsWith('--prefix')) ? `${prefix}/lib/python${interpreter.minor}/site-packages` : prefix, bin: `${prefix}/bin` };
  return uvInstall(process, rest, place, { distributions, exact: verb === 'sync', resolved: distributions.length, ...(local && { project: local }) });
}
