/** `cargo`, `mvn`, `gradle` and `dotnet`: they read the sources here and write one artifact that changes with them. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import { contentOf } from '../../system/reading.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from './model.ts';

const SKIPPED = new Set(['.git', '.gitignore', 'README.md', 'LICENSE', 'target', 'build', 'bin', 'obj', 'out', '.gradle', 'node_modules', 'Dockerfile']);

/** Digest of everything below the working directory that a compiler may read. */
function sources(process: Process): string {
  const names = process.directory('.').names().filter((name) => !SKIPPED.has(name));
  return sha256(names.map((name) => `${name} ${contentOf(process, name)}`).join('\n'));
}

/** Writes the dependencies to their cache where they are not there yet; true where they were. */
function dependencies(process: Process, cache: string, manifests: readonly string[], size: number): boolean {
  const key = sha256(manifests.map((name) => contentOf(process, name)).join('\n'));
  const path = `${cache}/${key.slice(7, 47)}`;
  if (process.peek(path)) return true;
  writeDescribed(process, path, size, key);
  return false;
}

export const cargo: Tool = {
  name: 'cargo',
  run(process, args) {
    const verb = args.find((arg) => arg[0] !== '-' && arg[0] !== '+');
    const manifest = attempt(() => process.readFile('Cargo.toml')).value;
    if (verb === undefined || !['build', 'b', 'fetch', 'test', 'check', 'install'].includes(verb)) return notSimulated(process, 'cargo', `cargo ${verb ?? ''}`.trim());
    if (manifest === undefined && verb !== 'install') {
      process.err(`error: could not find \`Cargo.toml\` in \`${process.cwd}\` or any parent directory\n`);
      return 101;
    }
    const home = process.env.get('CARGO_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.cargo`;
    const count = (manifest ?? '').split(/^\[dependencies\]$/m)[1]?.split(/^\[/m)[0]?.match(/^[\w-]+\s*=/gm)?.length ?? 0;
    const fetched = dependencies(process, `${home}/registry/cache`, ['Cargo.toml', 'Cargo.lock'], 800_000 + count * 6_000_000);
    if (verb === 'fetch') {
      modelled(process, 'cargo', fetched ? 200 : 1500 + count * 900, 0, 'Fetching crates: estimated by the number of direct dependencies.');
      return 0;
    }
    const release = args.includes('--release') || args.includes('-r');
    const target = args.flatMap((arg, i) => (arg === '--target' ? [`${args[i + 1]}/`] : arg.startsWith('--target=') ? [`${arg.slice(9)}/`] : []))[0] ?? '';
    const dir = `${process.env.get('CARGO_TARGET_DIR') ?? 'target'}/${target}${release ? 'release' : 'debug'}`;
    const compiled = dependencies(process, `${dir}/deps`, ['Cargo.toml', 'Cargo.lock'], 20_000_000 + count * 12_000_000);
    const name = /^name\s*=\s*"([^"]+)"/m.exec(manifest ?? '')?.[1] ?? 'app';
    const seed = sha256(`cargo ${args.join(' ')} ${sources(process)} ${process.machine.request.platform}`);
    writeDescribed(process, `${dir}/${name}`, 3_400_000 + count * 350_000, seed, 0o755);
    const duration = (fetched ? 300 : 1500 + count * 900) + (compiled ? 6200 : Math.min(148_000, 8000 + count * 14_000));
    process.err(`   Compiling ${name} v0.1.0 (${process.cwd})\n    Finished \`${release ? 'release' : 'dev'}\` profile [${release ? 'optimized' : 'unoptimized + debuginfo'}] target(s) in ${(duration / 1000).toFixed(2)}s\n`);
    modelled(process, 'cargo', duration, 3_400_000, 'Published release builds took one to three minutes, 6.2 s with compiled dependencies; scaled by direct dependencies.');
    return 0;
  },
};

export const maven: Tool = {
  name: 'mvn',
  aliases: ['mvnw'],
  run(process, args) {
    const pom = attempt(() => process.readFile('pom.xml')).value;
    if (pom === undefined) {
      process.out(`[ERROR] The goal you specified requires a project to execute but there is no POM in this directory (${process.cwd}). Please verify you invoked Maven from the correct directory.\n`);
      return 1;
    }
    const home = process.env.get('HOME') ?? '/root';
    const cached = dependencies(process, `${home}/.m2/repository`, ['pom.xml'], 60_000_000);
    const own = pom.replace(/<parent>[\s\S]*?<\/parent>/, '');
    const name = `${/<artifactId>([^<]+)/.exec(own)?.[1] ?? 'app'}-${/<version>([^<]+)/.exec(own)?.[1] ?? '1.0'}`;
    const packs = args.some((arg) => /^(package|install|verify|deploy)$/.test(arg));
    if (packs) writeDescribed(process, `target/${name}.jar`, 22_000_000, sha256(`mvn ${args.join(' ')} ${sources(process)}`));
    process.out('[INFO] BUILD SUCCESS\n');
    modelled(process, 'mvn', (cached ? 1500 : 45_000) + (packs ? 12_000 : 0), packs ? 22_000_000 : 0, 'Estimated: a service with 60 MB of dependencies.');
    return 0;
  },
};

export const gradle: Tool = {
  name: 'gradle',
  aliases: ['gradlew'],
  run(process, args) {
    const home = process.env.get('GRADLE_USER_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.gradle`;
    const cached = dependencies(process, `${home}/caches`, ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts'], 90_000_000);
    const packs = args.some((arg) => /(^|:)(build|assemble|bootJar|jar|installDist)$/.test(arg));
    const name = process.cwd.split('/').at(-1) || 'app';
    if (packs) writeDescribed(process, `build/libs/${name}.jar`, 22_000_000, sha256(`gradle ${args.join(' ')} ${sources(process)}`));
    process.out('BUILD SUCCESSFUL\n');
    modelled(process, 'gradle', cached ? 18_000 : 110_000, packs ? 22_000_000 : 0, 'A published gradle build took 110 s with the start of its daemon and the download of dependencies.');
    return 0;
  },
};

export const dotnet: Tool = {
  name: 'dotnet',
  run(process, args) {
    const [verb] = args;
    if (verb !== 'restore' && verb !== 'build' && verb !== 'publish' && verb !== 'test') return notSimulated(process, 'dotnet', `dotnet ${verb ?? ''}`.trim());
    const projects = process.directory('.').names().filter((name) => /\.(cs|fs)proj$/.test(name));
    const cached = dependencies(process, `${process.env.get('HOME') ?? '/root'}/.nuget/packages`, projects, 40_000_000);
    const at = args.findIndex((arg) => arg === '-o' || arg === '--output');
    const out = at >= 0 ? (args[at + 1] ?? 'out') : 'bin/Release/publish';
    const name = (projects[0] ?? 'app.csproj').replace(/\.\w+$/, '');
    const writes = verb === 'publish' || verb === 'build';
    if (writes) writeDescribed(process, `${out}/${name}.dll`, 3_000_000, sha256(`dotnet ${args.join(' ')} ${sources(process)}`));
    modelled(process, 'dotnet', (cached ? 900 : 14_000) + (writes ? 9000 : 0), writes ? 3_000_000 : 0, 'Estimated: a small service.');
    return 0;
  },
};

/** `git clone` writes a stand-in of the repository; other commands are not simulated. */
export const git: Tool = {
  name: 'git',
  run(process, args) {
    if (args[0] === '--version') {
      process.out('git version 2.47.3\n');
      return 0;
    }
    if (args[0] !== 'clone') return notSimulated(process, 'git', `git ${args[0] ?? ''}`.trim());
    const words = args.slice(1).filter((arg, i, all) => arg[0] !== '-' && !/^(-b|--branch|--depth|-o|--origin)$/.test(all[i - 1] ?? ''));
    const [url = '', given] = words;
    const dir = given ?? url.replace(/\/+$/, '').split('/').at(-1)!.replace(/\.git$/, '');
    process.err(`Cloning into '${dir}'...\n`);
    if (process.machine.request.network === 'none') {
      process.err(`fatal: unable to access '${url}/': Could not resolve host: ${/\/\/([^/]+)/.exec(url)?.[1] ?? url}\n`);
      return 128;
    }
    const seed = sha256(`git ${args.join(' ')}`);
    process.limits.step(10);
    writeDescribed(process, `${dir}/.git/objects/pack/pack.pack`, 4_000_000, seed);
    writeDescribed(process, `${dir}/README.md`, 4000, `${seed} readme`);
    modelled(process, 'git', 2500, 4_004_000, 'A repository of unknown size: 4 MB. Its files are not there.');
    return 0;
  },
};
