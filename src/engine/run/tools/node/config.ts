/** Settings of npm and pnpm: flags, `npm_config_…` variables and the `.npmrc` files, in this order. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import type { Arguments } from './arguments.ts';

/** Lines of an `.npmrc`, with `${NAME}` replaced where the variable is set. */
function readRc(process: Process, path: string): ReadonlyMap<string, string> {
  const { value: text = '' } = attempt(() => process.readFile(path));
  const lines = text.split('\n').flatMap((line): [string, string][] => {
    const match = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    return match ? [[match[1]!, match[2]!.replace(/^"(.*)"$/, '$1').replace(/\$\{([^}?]+)\}/g, (whole, name: string) => process.env.get(name) ?? whole)]] : [];
  });
  return new Map(lines);
}

/** The files that npm reads, nearest first: the project's, the user's, the system's. */
export function rcFiles(process: Process): readonly ReadonlyMap<string, string>[] {
  const home = process.env.get('HOME') ?? '/root';
  const user = process.env.get('NPM_CONFIG_USERCONFIG') ?? process.env.get('npm_config_userconfig') ?? `${home}/.npmrc`;
  return ['.npmrc', user, '/usr/local/etc/npmrc'].map((path) => readRc(process, path));
}

/** One setting; undefined where nothing sets it. */
export function setting(process: Process, { flags }: Pick<Arguments, 'flags'>, name: string): string | undefined {
  const flag = flags.get(name);
  if (flag !== undefined) return flag === true ? 'true' : flag;
  const variable = `npm_config_${name.replaceAll('-', '_')}`;
  const set = process.env.get(variable) ?? process.env.get(variable.toUpperCase());
  return set ?? rcFiles(process).find((file) => file.has(name))?.get(name);
}

export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== 'false' && value !== '0' && value !== '';
}
