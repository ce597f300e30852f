/** `mix.exs` and `mix.lock`: read by their usual spelling, not run. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { syntaxError } from './syntax.ts';

/** A dependency as `mix.exs` names it. */
export interface Requirement {
  readonly name: string;
  readonly requirement: string;
  /** `git` and `path` are not from Hex. */
  readonly source: 'hex' | 'git' | 'path';
  /** Environments that it is for; absent where it is for all. */
  readonly only?: readonly string[];
  /** False where it is not part of releases. */
  readonly runtime: boolean;
}

/** A dependency as `mix.lock` names it. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  readonly git: boolean;
  /** Compiled by rebar3, because Mix is not among its build tools. */
  readonly rebar: boolean;
  /** Names of what it cannot do without. */
  readonly needs: readonly string[];
}

export interface Project {
  readonly app: string;
  readonly module: string;
  readonly version: string;
  readonly requirements: readonly Requirement[];
  /** Tasks by alias. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly releases: readonly string[];
  readonly umbrella: boolean;
}

/** The project in the working directory, or what Mix says where there is none that it can read. */
export function readProject(process: Process, env: string): Project | string {
  const text = attempt(() => process.readFile('mix.exs')).value;
  if (text === undefined || !/\bdefmodule\b/.test(text)) return '** (Mix) Could not find a Mix.Project, please ensure you are running Mix in a directory with a mix.exs file\n';
  const error = syntaxError(text, 'mix.exs');
  if (error !== undefined) return error;
  const code = text.replace(/^[ \t]*#.*$/gm, '');
  const word = (pattern: RegExp) => pattern.exec(code)?.[1];
  return {
    app: word(/\bapp:\s*:(\w+)/) ?? 'app',
    module: word(/defmodule\s+([\w.]+)/) ?? 'MixProject',
    version: word(/\bversion:\s*"([^"]+)"/) ?? word(/@version\s+"([^"]+)"/) ?? '0.1.0',
    requirements: [...code.matchAll(/\{:(\w+),\s*([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g)].map(([, name = '', rest = '']) => requirement(name, rest, env)).filter(({ source, requirement: range }) => source !== 'hex' || range !== ''),
    aliases: new Map([...code.matchAll(/"?([a-z][\w.]*)"?:\s*\[\s*((?:"[^"]*"\s*(?:,\s*)?)+)\]/g)].map(([, name = '', list = '']) => [name, strings(list)])),
    releases: [...(/\breleases(?::| do)\s*\[([^]*?)\n[ \t]*\][ \t\n]{0,40}(?:,|end)/.exec(code)?.[1] ?? '').matchAll(/^[ \t]*(\w+):[ \t]*\[/gm)].map(([, name = '']) => name),
    umbrella: /\bapps_path:/.test(code),
  };
}

function strings(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one);
}

function requirement(name: string, rest: string, env: string): Requirement {
  const only = /\bonly:\s*(?::(\w+)|\[([^\]]*)\])/.exec(rest);
  const during = /\bruntime:\s*(?:(false)|Mix\.env\(\)\s*==\s*:(\w+))/.exec(rest);
  return {
    name,
    requirement: /^"([^"]*)"/.exec(rest)?.[1] ?? '',
    source: /\b(git|github):/.test(rest) ? 'git' : /\b(path|in_umbrella):/.test(rest) ? 'path' : 'hex',
    ...(only && { only: only[1] === undefined ? [...only[2]!.matchAll(/:(\w+)/g)].map(([, one = '']) => one) : [only[1]] }),
    runtime: !during || (during[1] === undefined && during[2] === env),
  };
}

/** What the lock file names; empty where there is none; Mix's words where it cannot be read. */
export function readLock(process: Process): ReadonlyMap<string, Locked> | string {
  const text = attempt(() => process.readFile('mix.lock')).value;
  if (text === undefined) return new Map();
  if (/^(<{7}|>{7}) /m.test(text)) return '** (Mix) Your mix.lock contains merge conflicts. Please resolve the conflicts and run the command again\n';
  const error = syntaxError(text, 'mix.lock');
  if (error !== undefined) return error;
  const entries = [...text.matchAll(/^[ \t]*"?(\w+)"?:[ \t]*\{:(hex|git),\s*(?::\w+|"[^"]*"),\s*"([^"]+)"(.*)$/gm)];
  return new Map(entries.map(([, name = '', source = '', version = '', rest = '']) => {
    const tools = /\[((?::\w+(?:,\s*)?)+)\]/.exec(rest)?.[1] ?? ':mix';
    const needs = [...rest.matchAll(/\{:(\w+),\s*"[^"]*",\s*\[([^\]]*)\]\}/g)].filter(([, , options = '']) => !options.includes('optional: true')).map(([, one = '']) => one);
    return [name, { name, version, git: source === 'git', rebar: !/:mix\b/.test(tools), needs }];
  }));
}
