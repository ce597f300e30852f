/**
 * `mix release`: compiles what is not compiled, then copies the virtual machine, the code of the application and of its
 * dependencies, `priv` and `config/runtime.exs` to `_build/<env>/rel/<name>`, which runs without Elixir.
 */
import { sha256 } from '../../../fs/index.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf, filesBelow } from '../artifacts.ts';
import { modelled } from '../model.ts';
import { compile } from './compile.ts';
import { compiledSeed, fails, projectSeed, wanted, type Session } from './session.ts';

const BASIS = 'Estimated: a release has 11 MB of the virtual machine and 19 MB of the libraries of Erlang and Elixir, and is assembled in 3 s.';

export function release(session: Session, args: readonly string[]): number {
  const { process, project, build, env, config } = session;
  const given = args.find((arg, i) => arg[0] !== '-' && args[i - 1] !== '--path' && args[i - 1] !== '--version');
  const name = given ?? project.releases[0] ?? project.app;
  if (given !== undefined && given !== project.app && !project.releases.includes(given)) return fails(process, `** (Mix) Unknown release :${given}. The available releases are: ${JSON.stringify([...project.releases])}\n`);
  const status = compile(session);
  if (status !== 0) return status;
  const to = args.includes('--path') ? (args[args.indexOf('--path') + 1] ?? '') : `${build}/rel/${name}`;
  const version = `${to}/releases/${project.version}`;
  if (process.peek(version) && !args.includes('--overwrite')) {
    process.out(`Release ${name}-${project.version} already exists. Overwrite? [Yn] \n`);
    modelled(process, 'mix', 1000, 0, BASIS);
    return 0;
  }
  const otp = process.env.get('OTP_VERSION') ?? '29.0.2';
  const erts = otp.replace(/^\d+/, (major) => String(Number(major) - 12));
  let bytes = 0;
  const write = (path: string, size: number, seed: string, mode?: number) => {
    writeDescribed(process, path, size, sha256(seed), mode);
    bytes += size;
  };
  process.out(`* assembling ${name}-${project.version} on MIX_ENV=${env}\n`);
  write(`${to}/erts-${erts}/bin/beam.smp`, 9_300_000, `beam ${otp} ${process.machine.request.platform}`, 0o755);
  for (const program of ['erl', 'erlexec', 'epmd', 'erl_child_setup', 'inet_gethost']) write(`${to}/erts-${erts}/bin/${program}`, 320_000, `${program} ${otp}`, 0o755);
  write(`${to}/lib/libraries`, 19_000_000, `otp ${otp} elixir ${process.env.get('ELIXIR_VERSION') ?? ''}`);
  for (const dep of wanted(session, env, true)) write(`${to}/lib/${dep.name}-${dep.version}/ebin/${dep.name}.beams`, Math.round(bytesBelow(process, `${build}/lib/${dep.name}`) * 0.6), `release ${compiledSeed(session, dep)}`);
  const own = `${to}/lib/${project.app}-${project.version}`;
  write(`${own}/ebin/${project.app}.beams`, Math.round(bytesBelow(process, `${build}/lib/${project.app}/ebin`) * 0.6), `release ${projectSeed(session)}`);
  const copy = (from: string, path: string) => {
    const source = process.peek(from);
    if (source?.type !== 'file') return;
    writeDescribed(process, path, source.size, '', source.mode & 0o777);
    const made = process.peek(path);
    if (made?.type === 'file') made.content = source.content;
    bytes += source.size;
  };
  for (const path of filesBelow(process, 'priv', () => true)) copy(path, `${own}/${path}`);
  makeDirectories(process, version, 0o755);
  if (process.peek('config/runtime.exs')) {
    process.out('* using config/runtime.exs to configure the release at runtime\n');
    copy('config/runtime.exs', `${version}/runtime.exs`);
  } else process.out('* skipping runtime configuration (config/runtime.exs not found)\n');
  write(`${version}/sys.config`, 1800 + config.all.length, `sys.config ${config.all}`);
  write(`${version}/start.boot`, 42_000, `boot ${projectSeed(session)}`);
  for (const script of ['elixir', 'env.sh', 'iex', 'remote.vm.args', 'vm.args']) write(`${version}/${script}`, 1400, `${script} ${digestOf(process, [`rel/${script}.eex`])}`, /elixir|iex/.test(script) ? 0o755 : 0o644);
  process.writeFile(`${to}/releases/start_erl.data`, `${erts} ${project.version}`);
  write(`${to}/releases/COOKIE`, 56, `cookie ${project.app}`);
  write(`${to}/bin/${name}`, 5200, `bin ${name} ${project.version}`, 0o755);
  for (const path of filesBelow(process, 'rel/overlays', () => true)) copy(path, `${to}/${path.slice('rel/overlays/'.length)}`);
  process.out(`\nRelease created at ${to}\n\n    # To start your system\n    ${to}/bin/${name} start\n`);
  modelled(process, 'mix', 3000 + Math.round(bytes / 60_000), bytes, BASIS);
  return 0;
}
