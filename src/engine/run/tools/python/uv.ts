/**
 * `uv`. `sync`, `lock`, `export`, `run` read `pyproject.toml` and `uv.lock` of the project; `pip install`, `pip sync`, `venv`,
 * `python install`, `tool install`, `build` too. Writes the environment (`.venv`) and its cache (`~/.cache/uv`).
 */
import { sha256 } from '../../../fs/index.ts';
import { toBytes } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { remove } from '../rm.ts';
import { interpreterIn } from './interpreter.ts';
import { cannotPack, packProject, readProject } from './project.ts';
import { readRequirement } from './requirement.ts';
import { distributionOf, resolve } from './resolve.ts';
import { uvCache, uvInstall } from './uv-install.ts';
import { uvPip } from './uv-pip.ts';
import { fetchPython, findPython, optionOf } from './uv-python.ts';
import { uvProject } from './uv-sync.ts';
import { venvIn, writeVenv } from './venv.ts';

const VERSION = '0.9.11';

export const uv: Tool = {
  name: 'uv',
  run(process, args) {
    const at = args.findIndex((arg) => arg[0] !== '-');
    const verb = args[at] ?? '';
    const rest = args.filter((_, i) => i !== at);
    if (at < 0) {
      process.out(args.includes('--version') || args.includes('-V') ? `uv ${VERSION}\n` : 'An extremely fast Python package manager.\n');
      return args.length > 0 ? 0 : 2;
    }
    switch (verb) {
      case 'sync':
      case 'lock':
      case 'export':
      case 'run':
        return uvProject(process, verb, rest);
      case 'pip':
        return uvPip(process, rest);
      case 'venv':
        return uvVenv(process, rest);
      case 'build':
        return uvBuild(process, rest);
      case 'python':
        return uvPython(process, rest);
      case 'tool':
        return uvTool(process, rest);
      case 'cache':
        if (rest[0] === 'dir') process.out(`${uvCache(process)}\n`);
        else if (process.peek(uvCache(process))) remove(process, uvCache(process), true, true);
        return 0;
      case 'version':
      case 'self':
        process.out(`uv ${VERSION}\n`);
        return 0;
      case 'add': case 'remove': case 'init': case 'tree': case 'publish': case 'format': case 'help': case 'auth':
        return notSimulated(process, 'uv', `uv ${verb}`);
      default:
        process.err(`error: unrecognized subcommand '${verb}'\n\nUsage: uv [OPTIONS] <COMMAND>\n\nFor more information, try '--help'.\n`);
        return 2;
    }
  },
};

export const uvx: Tool = {
  name: 'uvx',
  run: (process, args) => (args[0] === '--version' ? (process.out(`uvx ${VERSION}\n`), 0) : notSimulated(process, 'uvx', `uvx ${args.join(' ')}`)),
};

function uvVenv(process: Process, args: readonly string[]): number {
  const dir = args.find((arg, i) => arg[0] !== '-' && !/^(-p|--python|--prompt|--link-mode)$/.test(args[i - 1] ?? '')) ?? process.env.get('UV_PROJECT_ENVIRONMENT') ?? '.venv';
  const python = findPython(process, args);
  if (!python) return 2;
  if (process.peek(dir) && !args.includes('--clear') && !args.includes('--allow-existing') && venvIn(process, dir)) {
    process.err(toBytes(`error: Failed to create virtual environment\n  Caused by: A virtual environment already exists at \`${dir}\`. Use \`--clear\` to replace it\n`));
    return 2;
  }
  process.err(`Using CPython ${python.version} interpreter at: ${python.prefix}/bin/python3\nCreating virtual environment at: ${dir}\n`);
  writeVenv(process, dir, python, false, args.includes('--system-site-packages'), `uv = ${VERSION}\n`);
  modelled(process, 'uv', 60, 0, 'uv makes a virtual environment in well under a second: estimated.');
  return 0;
}

function uvBuild(process: Process, args: readonly string[]): number {
  const project = readProject(process, args.find((arg, i) => arg[0] !== '-' && !/^(-o|--out-dir)$/.test(args[i - 1] ?? '')) ?? '.');
  if (!('dependencies' in project)) {
    process.err(`error: ${process.cwd} does not appear to be a Python project, as neither \`pyproject.toml\` nor \`setup.py\` are present in the directory\n`);
    return 2;
  }
  const broken = cannotPack(process, project);
  if (broken !== undefined) {
    process.err(toBytes(`  × Failed to build \`${process.cwd}\`\n  ├─▶ The build backend returned an error\n  ╰─▶ ${broken}\n`));
    return 2;
  }
  const folder = optionOf(args, '-o', '--out-dir') ?? 'dist';
  const files = packProject(process, project, folder, args.includes('--wheel') ? ['wheel'] : args.includes('--sdist') ? ['sdist'] : ['sdist', 'wheel']);
  for (const file of files) process.err(`Successfully built ${folder}/${file}\n`);
  modelled(process, 'uv', 1500, 0, 'Building a wheel takes uv about 1.5 s: estimated.');
  return 0;
}

function uvPython(process: Process, args: readonly string[]): number {
  const [verb, ...rest] = args;
  if (verb === 'install') {
    for (const version of rest.filter((arg) => arg[0] !== '-').length > 0 ? rest.filter((arg) => arg[0] !== '-') : ['3.14']) fetchPython(process, /^3\.\d+/.exec(version)?.[0] ?? '3.14');
    return 0;
  }
  if (verb !== 'find') return notSimulated(process, 'uv', `uv python ${verb ?? ''}`.trim());
  const found = findPython(process, rest);
  if (found) process.out(`${found.prefix}/bin/python3\n`);
  return found ? 0 : 2;
}

function uvTool(process: Process, args: readonly string[]): number {
  const [verb, ...rest] = args;
  const one = readRequirement(rest.find((arg) => arg[0] !== '-') ?? '');
  if (verb !== 'install' || one === undefined || one === 'excluded') return notSimulated(process, 'uv', `uv tool ${verb ?? ''}`.trim());
  const python = findPython(process, rest);
  if (!python) return 2;
  const home = process.env.get('HOME') ?? '/root';
  const dir = `${process.env.get('UV_TOOL_DIR') ?? `${home}/.local/share/uv/tools`}/${one.name}`;
  writeVenv(process, dir, python, false);
  const resolved = resolve({ requirements: [one] });
  const distributions = 'error' in resolved ? [distributionOf(one.name)] : resolved.found.map(({ distribution }) => distribution);
  const status = uvInstall(process, rest, interpreterIn(process, process.locate(dir).path), { distributions, exact: false, resolved: distributions.length });
  const bin = process.env.get('UV_TOOL_BIN_DIR') ?? `${home}/.local/bin`;
  if (process.peek(`${dir}/bin/${one.name}`)) {
    writeDescribed(process, `${bin}/${one.name}`, 220, sha256(`tool ${one.name}`), 0o755);
    process.err(`Installed 1 executable: ${one.name}\n`);
  }
  return status;
}
