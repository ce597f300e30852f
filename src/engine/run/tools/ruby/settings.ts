/** Bundler's settings: the project's `.bundle/config` (or that of BUNDLE_APP_CONFIG), the environment, `~/.bundle/config`. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories } from '../../system/writing.ts';
import { abi, gemHome } from './gems.ts';

function fileOf(process: Process, global: boolean): string {
  return global ? `${process.env.get('HOME') ?? '/root'}/.bundle/config` : `${process.env.get('BUNDLE_APP_CONFIG') ?? '.bundle'}/config`;
}

function entries(process: Process, path: string): Map<string, string> {
  const text = attempt(() => process.readFile(path)).value ?? '';
  return new Map([...text.matchAll(/^(BUNDLE_\w+): "?([^"\n]*)"?$/gm)].map(([, name = '', value = '']) => [name, value]));
}

const keyOf = (name: string) => `BUNDLE_${name.toUpperCase().replace(/[-.]/g, '_')}`;

/** The value of `deployment`, `path`, `without`…: the nearest one. */
export function setting(process: Process, name: string): string | undefined {
  const key = keyOf(name);
  return entries(process, fileOf(process, false)).get(key) ?? process.env.get(key) ?? entries(process, fileOf(process, true)).get(key);
}

/** Whether a setting is on. */
export function isOn(process: Process, name: string): boolean {
  return ['1', 'true', 't', 'yes'].includes(setting(process, name) ?? '');
}

/** Groups that are not installed. */
export function excludedGroups(process: Process): readonly string[] {
  return (setting(process, 'without') ?? '').split(/[\s:]+/).filter((name) => name !== '');
}

/** Where bundled gems are: below `path` by Ruby's interface, otherwise where all gems are. */
export function bundleHome(process: Process): string {
  const path = setting(process, 'path') ?? (isOn(process, 'deployment') ? 'vendor/bundle' : undefined);
  return path === undefined || isOn(process, 'path.system') ? gemHome(process) : `${path}/ruby/${abi(process)}`;
}

/** `bundle config set --local without development`: words after `config`. Without a value it prints the one there is. */
export function configure(process: Process, words: readonly string[]): number {
  const global = words.includes('--global');
  const [verb = '', ...rest] = words.filter((word) => word[0] !== '-');
  const plain = verb === 'set' || verb === 'get' || verb === 'unset' ? rest : [verb, ...rest];
  const [name = '', ...value] = plain;
  if (verb === 'get' || (value.length === 0 && verb !== 'unset')) {
    const found = setting(process, name);
    if (name !== '') process.out(`Settings for \`${name}\` in order of priority. The top value will be used\n${found === undefined ? 'You have not configured a value for' : 'Set to'} \`${found ?? name}\`\n`);
    return 0;
  }
  const path = fileOf(process, global);
  const all = entries(process, path);
  if (verb === 'unset') all.delete(keyOf(name));
  else all.set(keyOf(name), value.join(':'));
  makeDirectories(process, path.slice(0, path.lastIndexOf('/')), 0o755);
  process.writeFile(path, `---\n${[...all].map(([key, text]) => `${key}: "${text}"\n`).join('')}`);
  return 0;
}
