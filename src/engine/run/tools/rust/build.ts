/**
 * What cargo compiles and what it takes for fresh. A crate of the registry is fresh by its name, version and profile. A package
 * of the workspace is fresh where no file of its dep-info is newer than its fingerprint: times are compared, contents are not
 * (rust-lang/cargo#9312).
 */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { emulation, modelled } from '../model.ts';
import { CHECK, compiledSize, CRATE_TIME, DEBUG, LIBRARY_TIME, LOAD_TIME, PROGRAM_TIME } from './sizes.ts';
import { sourcesOf } from './sources.ts';
import type { Source } from './sources.ts';
import type { Member, Workspace } from './workspace.ts';

const BASIS = 'Published release builds took 98 to 179 s, 3.8 to 10.2 s with compiled dependencies; scaled by the number of crates.';

export interface Profile {
  /** `release`, `debug`. */
  readonly name: string;
  /** `x86_64-unknown-linux-musl`, where one is named. */
  readonly target: string | undefined;
  /** Only types are checked. */
  readonly check: boolean;
  readonly test: boolean;
}

interface Run {
  readonly process: Process;
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly out: string;
  /** What every artifact depends on. */
  readonly toolchain: string;
  time: number;
  bytes: number;
  readonly done: Map<string, { readonly seed: string; readonly mtime: number }>;
}

/** Compiles packages, or the crates alone; the exit code. */
export function compile(process: Process, workspace: Workspace, profile: Profile, members: readonly Member[]): number {
  const dir = process.env.get('CARGO_TARGET_DIR') ?? `${workspace.root}/target`;
  const toolchain = [process.env.get('RUST_VERSION') ?? 'stable', process.env.get('RUSTFLAGS') ?? '', process.machine.request.platform, profile.name, profile.target ?? '', profile.check, profile.test].join(' ');
  const run: Run = { process, workspace, profile, out: `${dir}/${profile.target === undefined ? '' : `${profile.target}/`}${profile.name}`, toolchain, time: LOAD_TIME, bytes: 0, done: new Map() };
  for (const crate of workspace.crates) {
    const key = sha256(`${crate.name} ${crate.version} ${toolchain}`).slice(7, 23);
    const name = `${crate.name}-${key}`;
    process.limits.step();
    if (process.peek(`${run.out}/.fingerprint/${name}`)) continue;
    process.err(`   Compiling ${crate.name} v${crate.version}\n`);
    writeDescribed(process, `${run.out}/.fingerprint/${name}/lib-${crate.name}`, 16, sha256(name));
    write(run, `${run.out}/deps/lib${name}.${profile.check ? 'rmeta' : 'rlib'}`, compiledSize(crate) * (profile.check ? 0.2 : 1), sha256(`${name} rlib`));
    run.time += CRATE_TIME;
  }
  for (const member of members) {
    const failed = compileMember(run, member);
    if (failed !== undefined) return failed;
  }
  const duration = run.time * (profile.name === 'release' ? 1 : DEBUG) * (profile.check ? CHECK : 1) * emulation(process);
  modelled(process, 'cargo', duration, run.bytes, BASIS);
  process.err(`    Finished \`${profile.test ? 'test' : profile.name === 'release' ? 'release' : 'dev'}\` profile [${profile.name === 'release' ? 'optimized' : 'unoptimized + debuginfo'}] target(s) in ${(duration / 1000).toFixed(2)}s\n`);
  return 0;
}

function write(run: Run, path: string, size: number, seed: string, mode?: number): void {
  const bytes = Math.round(size);
  writeDescribed(run.process, path, bytes, seed, mode);
  run.bytes += bytes;
}

/** Compiles one package after those that it stands on; an exit code where that fails. */
function compileMember(run: Run, member: Member): number | undefined {
  const { process, workspace, profile, out } = run;
  if (run.done.has(member.name)) return undefined;
  run.done.set(member.name, { seed: '', mtime: 0 });
  const below: { readonly seed: string; readonly mtime: number }[] = [];
  for (const name of member.local) {
    const dependency = workspace.members.find((one) => one.name === name);
    if (!dependency) continue;
    const failed = compileMember(run, dependency);
    if (failed !== undefined) return failed;
    below.push(run.done.get(name)!);
  }
  const roots = ['lib', 'main'].filter((kind) => process.peek(`${member.dir}/src/${kind}.rs`));
  if (roots.length === 0) {
    process.err(`error: failed to parse manifest at \`${member.dir}/Cargo.toml\`\n\nCaused by:\n  no targets specified in the manifest\n  either src/lib.rs, src/main.rs, a [lib] section, or [[bin]] section must be present\n`);
    return 101;
  }
  const files = roots.flatMap((kind) => sourcesOf(process, `${member.dir}/src/${kind}.rs`));
  const crates = workspace.crates.map(({ name, version }) => `${name} ${version}`).join('\n');
  const key = sha256([member.name, member.version, member.dir, run.toolchain, crates].join('\n')).slice(7, 23);
  const mark = `${out}/.fingerprint/${member.name}-${key}/dep-${roots.at(-1)}-${member.name}`;
  const before = process.peek(mark);
  const fresh = before !== undefined && files.every(({ mtime }) => mtime <= before.mtime) && below.every(({ mtime }) => mtime <= before.mtime);
  if (fresh && before.type === 'file') {
    run.done.set(member.name, { seed: before.content.kind === 'described' ? before.content.seed : mark, mtime: before.mtime });
    return undefined;
  }
  const seed = sha256([key, ...files.map(({ path, digest }) => `${path} ${digest}`), ...below.map((one) => one.seed)].join('\n'));
  process.err(`   ${profile.check ? 'Checking' : 'Compiling'} ${member.name} v${member.version} (${member.dir})\n`);
  run.time += roots.includes('main') ? PROGRAM_TIME : LIBRARY_TIME;
  if (roots.includes('lib')) write(run, `${out}/deps/lib${member.name}-${key}.rlib`, 400_000, sha256(`${seed} lib`));
  if (roots.includes('main') && !profile.check) write(run, profile.test ? `${out}/deps/${member.name}-${key}` : `${out}/${member.name}`, programSize(run, member, files), sha256(`${seed} program`), 0o755);
  writeDescribed(process, mark, 200, seed);
  run.done.set(member.name, { seed, mtime: process.machine.now });
  return undefined;
}

/** A program that uses none of its dependencies is the standard library alone. */
function programSize({ workspace }: Run, { dependencies }: Member, files: readonly Source[]): number {
  const text = files.map((one) => one.text).join('\n');
  const used = dependencies.filter((name) => new RegExp(`\\b${name.replaceAll('-', '_').replace(/\W/g, '')}\\b`).test(text));
  return 545_000 + text.length * 4 + (used.length === 0 ? 0 : used.length * 250_000 + workspace.crates.length * 28_000);
}
