/**
 * `mix local.hex`, `local.rebar`, `deps.get` and `deps.compile`: read `mix.exs`, `mix.lock` and the configuration for
 * compile time; keep archives in `~/.hex`, sources in `deps` and code in `_build`. A dependency is compiled again where
 * its version or its own section of the configuration is another.
 */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import { writeDescribed } from '../../system/writing.ts';
import { emulation, modelled, transferTime, varied } from '../model.ts';
import { remove } from '../rm.ts';
import { BASIS, NATIVE, PACKAGES } from './packages.ts';
import type { Locked } from './project.ts';
import { compiledSeed, fails, seedAt, sourceSeed, wanted, type Session } from './session.ts';

const HEX = '2.3.1';
const OFFLINE = (what: string) => `** (Mix) httpc request failed with: {:failed_connect, [{:to_address, {~c"builds.hex.pm", 443}}, {:inet, [:inet], :nxdomain}]}\n\nCould not install ${what} because Mix could not download metadata at https://builds.hex.pm/installs/${what.toLowerCase()}.csv.\n`;

export function localHex({ process, home }: Pick<Session, 'process' | 'home'>): number {
  if (process.machine.request.network === 'none') return fails(process, OFFLINE('Hex'));
  writeDescribed(process, `${home}/archives/hex-${HEX}/hex-${HEX}/ebin/hex.beams`, 860_000, sha256(`hex ${HEX}`));
  process.out(`* creating ${home}/archives/hex-${HEX}\n`);
  modelled(process, 'mix', 900 + transferTime(340_000, 860_000), 860_000, BASIS);
  return 0;
}

export function localRebar({ process, home }: Pick<Session, 'process' | 'home'>): number {
  if (process.machine.request.network === 'none') return fails(process, OFFLINE('Rebar'));
  writeDescribed(process, `${home}/elixir/1-20-otp-29/rebar3`, 1_100_000, sha256('rebar3'), 0o755);
  process.out(`* creating ${home}/elixir/1-20-otp-29/rebar3\n`);
  modelled(process, 'mix', 900 + transferTime(1_100_000), 1_100_000, BASIS);
  return 0;
}

/** What Mix says where it needs Hex and cannot ask whether to install it. */
export function withoutHex({ process, home, project }: Session): string | undefined {
  const first = project.requirements.find(({ source }) => source === 'hex');
  if (!first || process.peek(`${home}/archives/hex-${HEX}`)) return undefined;
  return `Mix requires the Hex package manager to fetch dependencies\nShall I install Hex? (if running non-interactively, use "mix local.hex --force") [Yn] ** (Mix) Could not find an SCM for dependency :${first.name} from ${project.module}\n`;
}

export function depsGet(session: Session, args: readonly string[]): number {
  const { process, project, lock, deps } = session;
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const fresh = project.requirements.filter(({ name, source }) => source === 'hex' && !lock.has(name));
  if (fresh.length > 0 && args.includes('--check-locked')) return fails(process, '** (Mix) Your mix.lock is out of date and must be updated without the --check-locked flag\n');
  const resolved = fresh.map(({ name, requirement }): Locked => ({ name, version: versionFor(requirement), git: false, rebar: false, needs: [] }));
  const all = { ...session, lock: new Map([...lock, ...resolved.map((one) => [one.name, one] as const)]) };
  const chosen = wanted(all, only);
  const missing = chosen.filter((one) => seedAt(process, `${deps}/${one.name}/.hex`) !== sourceSeed(one));
  if (missing.length === 0) {
    process.out('All dependencies are up to date\n');
    modelled(process, 'mix', 1100, 0, BASIS);
    return 0;
  }
  const archives = `${process.env.get('HEX_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.hex`}/packages/hexpm`;
  const remote = missing.find(({ name, version, git }) => git || !process.peek(`${archives}/${name}-${version}.tar`));
  if (remote && process.machine.request.network === 'none') return fails(process, `Failed to fetch record for ${remote.name} from registry (using cache instead)\n:nxdomain\n** (Mix) Package fetch failed and no cached copy available (https://repo.hex.pm/tarballs/${remote.name}-${remote.version}.tar)\n`);
  if (missing.some(({ git }) => git) && !('path' in searchPath(process, 'git'))) return fails(process, '** (ErlangError) Erlang error: :enoent\n    (elixir) lib/system.ex: System.cmd("git", ["--version"], [])\n');
  process.out(`Resolving Hex dependencies...\nResolution completed in 0.1s\n${lock.size > 0 ? `Unchanged:\n${chosen.filter(({ name }) => lock.has(name)).map(({ name, version }) => `  ${name} ${version}\n`).join('')}` : ''}${resolved.length > 0 ? `New:\n${resolved.map(({ name, version }) => `  ${name} ${version}\n`).join('')}` : ''}`);
  let download = 0;
  let bytes = 0;
  for (const one of missing) {
    const size = PACKAGES[one.name]?.size ?? varied(one.name, 420_000);
    const archive = `${archives}/${one.name}-${one.version}.tar`;
    process.limits.step(2);
    process.out(`* Getting ${one.name} (${one.git ? 'git repository' : 'Hex package'})\n`);
    if (one.git || !process.peek(archive)) {
      download += Math.round(size * 0.24);
      if (!one.git) writeDescribed(process, archive, Math.round(size * 0.24), `${sourceSeed(one)} archive`);
    }
    if (process.peek(`${deps}/${one.name}`)) remove(process, `${deps}/${one.name}`, true, true);
    writeDescribed(process, `${deps}/${one.name}/lib/sources`, size, `${sourceSeed(one)} sources`);
    writeDescribed(process, `${deps}/${one.name}/.hex`, 270, sourceSeed(one));
    bytes += size;
  }
  if (resolved.length > 0) process.writeFile('mix.lock', lockText(process.peek('mix.lock') ? process.readFile('mix.lock') : '%{\n}\n', resolved));
  modelled(process, 'mix', 1600 + missing.length * 45 + transferTime(download, bytes), bytes + download, BASIS);
  return 0;
}

/** The version that a requirement is taken to be resolved to: the one that it names. */
function versionFor(requirement: string): string {
  const [major = '1', minor = '0', patch = '0'] = (/\d+(?:\.\d+)*/.exec(requirement)?.[0] ?? '1.0.0').split('.');
  return `${major}.${minor}.${patch}`;
}

function lockText(text: string, added: readonly Locked[]): string {
  const lines = added.map(({ name, version }) => `  "${name}": {:hex, :${name}, "${version}", "${sha256(`${name} ${version}`).slice(7)}", [:mix], [], "hexpm"},\n`);
  return text.replace(/\}\s*$/, `${lines.join('')}}\n`);
}

/** What Mix says where dependencies were not fetched, or in other versions. */
export function unchecked(session: Session): string | undefined {
  const { process, deps, env, project, lock } = session;
  const unlocked = project.requirements.filter(({ name, only, source }) => source === 'hex' && (only?.includes(env) ?? true) && !lock.has(name)).map(({ name }) => `* ${name} (Hex package)\n  the dependency is not available, run "mix deps.get"\n`);
  const stale = wanted(session, env).flatMap((one) => {
    const seed = seedAt(process, `${deps}/${one.name}/.hex`);
    if (seed === sourceSeed(one)) return [];
    return [`* ${one.name} (${one.git ? 'git repository' : 'Hex package'})\n  ${seed === undefined ? 'the dependency is not available, run "mix deps.get"' : 'lock mismatch: the dependency is out of date. To fetch locked version run "mix deps.get"'}\n`];
  });
  const lines = [...unlocked, ...stale];
  return lines.length === 0 ? undefined : `Unchecked dependencies for environment ${env}:\n${lines.join('')}** (Mix) Can't continue due to errors on dependencies\n`;
}

/** Compiles the dependencies that are not compiled as they should be; virtual milliseconds, or an exit code that is not 0. */
export function compileDeps(session: Session): { readonly duration: number; readonly bytes: number } | number {
  const { process, build, env, home } = session;
  const problem = unchecked(session);
  if (problem !== undefined) return fails(process, problem);
  let duration = 0;
  let bytes = 0;
  for (const dep of wanted(session, env)) {
    process.limits.step(2);
    const seed = compiledSeed(session, dep);
    const ebin = `${build}/lib/${dep.name}/ebin`;
    if (seedAt(process, `${ebin}/${dep.name}.app`) === seed) continue;
    if (dep.rebar && !process.peek(`${home}/elixir`)) return fails(process, `Could not find "rebar3", which is needed to build dependency :${dep.name}\nI can install a local copy which is just used by Mix\nShall I install rebar3? (if running non-interactively, use "mix local.rebar --force") [Yn] ** (Mix) Could not find "rebar3" to compile dependency :${dep.name}, please ensure "rebar3" is available\n`);
    const native = NATIVE[dep.name];
    if (native !== undefined && !('path' in searchPath(process, 'make'))) return fails(process, `==> ${dep.name}\nCompiling 2 files (.ex)\n** (Mix) "make" not found in the path. If you have set the MAKE environment variable, please make sure it is correct.\n** (Mix) Could not compile dependency :${dep.name}, "mix compile" failed. Errors may have been logged above. You can recompile this dependency with "mix deps.compile ${dep.name} --force", update it with "mix deps.update ${dep.name}" or clean it with "mix deps.clean ${dep.name}"\n`);
    const facts = PACKAGES[dep.name] ?? { size: varied(dep.name, 420_000), compile: varied(dep.name, 1300) };
    const size = Math.round(facts.size * 0.45);
    writeDescribed(process, `${ebin}/${dep.name}.beams`, size, `${seed} code`);
    writeDescribed(process, `${ebin}/${dep.name}.app`, 900, seed);
    if (native !== undefined) writeDescribed(process, `${build}/lib/${dep.name}/priv/${dep.name}.so`, 120_000, `${seed} native`, 0o755);
    process.out(dep.rebar ? `===> Analyzing applications...\n===> Compiling ${dep.name}\n` : `==> ${dep.name}\nCompiling ${Math.max(1, Math.round(facts.size / 18_000))} files (.ex)\nGenerated ${dep.name} app\n`);
    duration += (facts.compile + (native ?? 0)) * emulation(process);
    bytes += size;
  }
  return { duration, bytes };
}

export function depsCompile(session: Session): number {
  const done = compileDeps(session);
  if (typeof done === 'number') return done;
  modelled(session.process, 'mix', Math.round(1000 + done.duration), done.bytes, BASIS);
  return 0;
}
