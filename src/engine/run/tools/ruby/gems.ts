/** What a gem is when it is installed: where, how large, and what its code in C needs to be compiled. Shared by gem and bundle. */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { emulation, transferTime, varied } from '../model.ts';

/** Gems with native code that is compiled at installation: virtual milliseconds. */
const NATIVE: Readonly<Record<string, number>> = { bcrypt: 3000, bigdecimal: 5000, bootsnap: 3000, json: 4000, msgpack: 4000, mysql2: 6000, nio4r: 6000, pg: 9000, puma: 5000, racc: 3000, redcarpet: 4000 };
/** Commands by gem: those of gems that are not called like them. */
const COMMANDS: Readonly<Record<string, string>> = { railties: 'rails', rackup: 'rackup', 'rspec-core': 'rspec' };
const SAME_COMMAND = new Set(['bootsnap', 'bundler', 'foreman', 'jekyll', 'puma', 'rake', 'rubocop', 'sass', 'sidekiq', 'thor', 'unicorn']);

export interface Gem {
  readonly name: string;
  readonly version: string;
}

/** Where RubyGems installs: GEM_HOME, or what Debian and Alpine have compiled in. */
export function gemHome(process: Process): string {
  return process.env.get('GEM_HOME') ?? (process.peek('/etc/alpine-release') ? `/usr/lib/ruby/gems/${abi(process)}` : `/var/lib/gems/${abi(process)}`);
}

/** Version of the interface to native code, the name of a folder: `4.0.0`. */
export function abi(process: Process): string {
  const [major = '4', minor = '0'] = (process.env.get('RUBY_VERSION') ?? '4.0.7').split('.');
  return `${major}.${minor}.0`;
}

/** Whether a gem is installed there. */
export function isInstalled(process: Process, home: string, { name, version }: Gem): boolean {
  return process.peek(`${home}/gems/${name}-${version}`) !== undefined;
}

/** What its compilation says where something is missing; undefined where it can be compiled. */
export function cannotCompile(process: Process, name: string): string | undefined {
  const there = (command: string) => 'path' in searchPath(process, command);
  if (!(name in NATIVE)) return undefined;
  if (!there('make')) return 'ERROR: Failed to build gem native extension.\n\nYou have to install development tools first.\n';
  if (name === 'pg' && !there('pg_config')) return "ERROR: Failed to build gem native extension.\n\nchecking for pg_config... no\nchecking for libpq-fe.h... no\nCan't find the 'libpq-fe.h header\n";
  return undefined;
}

/** Writes a gem with its archive and its commands; virtual milliseconds and bytes. */
export function unpackGem(process: Process, home: string, { name, version }: Gem): { readonly duration: number; readonly bytes: number; readonly native: boolean } {
  const size = varied(name, 1_100_000);
  const native = NATIVE[name];
  process.limits.step(2);
  writeDescribed(process, `${home}/gems/${name}-${version}/gem.files`, size, sha256(`gem ${name} ${version}`));
  writeDescribed(process, `${home}/cache/${name}-${version}.gem`, Math.round(size * 0.32), sha256(`gem archive ${name} ${version}`));
  const command = COMMANDS[name] ?? (SAME_COMMAND.has(name) ? name : undefined);
  if (command !== undefined) writeDescribed(process, `${home}/bin/${command}`, 600, `${command} command`, 0o755);
  return { duration: 120 + (native ?? 0) * emulation(process) + transferTime(size * 0.32, size), bytes: Math.round(size * 1.32), native: native !== undefined };
}
