/** `config/config.exs` and what it imports: what Mix knows before anything is compiled. `runtime.exs` is not among it. */
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { syntaxError } from './syntax.ts';

export interface Config {
  /** Settings by application, without comments: what its code was compiled with. */
  readonly of: (app: string) => string;
  /** All settings. */
  readonly all: string;
}

/** The configuration for an environment, or what Mix says where it cannot be read. A project need not have one. */
export function readConfig(process: Process, env: string): Config | string {
  const lines: string[] = [];
  const error = process.peek('config/config.exs') ? collect(process, 'config/config.exs', env, lines, 0) : undefined;
  if (error !== undefined) return error;
  const all = lines.join('\n');
  const sections = all.split(/^(?=\s*config\s+:)/m);
  return { all, of: (app) => sections.filter((section) => new RegExp(`^\\s*config\\s+:${app}\\b`).test(section)).join('') };
}

function collect(process: Process, path: string, env: string, lines: string[], depth: number): string | undefined {
  const text = attempt(() => process.readFile(path)).value;
  if (text === undefined) return `** (File.Error) could not read file "${toText(process.cwd)}/${path}": no such file or directory\n`;
  const error = syntaxError(text, path);
  if (error !== undefined) return error;
  for (const line of text.split('\n')) {
    const imported = /^\s*import_config\(?\s*"([^"]+)"/.exec(line)?.[1];
    if (imported !== undefined && depth < 10) {
      const failed = collect(process, `config/${imported.replace(/#\{(?:config_env\(\)|Mix\.env\(\)|Mix\.env)\}/g, env)}`, env, lines, depth + 1);
      if (failed !== undefined) return failed;
    } else if (!/^\s*(#|$)/.test(line)) lines.push(line.trimEnd());
  }
  return undefined;
}
