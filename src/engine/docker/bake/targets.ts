/** Which targets a bake is about, what the command line changes in them, and each as settings of a build. */
import type { BuildSettings } from '../build/settings.ts';
import { goMatcher } from '../../fs/index.ts';
import { mergeTargets, texts, type BakeDefinition, type BakeTarget } from './definition.ts';
import { bakeText, isBakeObject, type BakeValue } from './value.ts';

/** Names of targets, groups resolved; the name that is none. */
export function resolveTargets({ targets, groups }: BakeDefinition, names: readonly string[]): readonly string[] | { readonly error: string } {
  const found: string[] = [];
  const visit = (name: string, above: ReadonlySet<string>): string | undefined => {
    const group = groups.get(name);
    if (group && !above.has(name)) {
      for (const below of group.targets) {
        const missing = visit(below, new Set([...above, name]));
        if (missing !== undefined) return missing;
      }
      return undefined;
    }
    if (!targets.has(name)) return name;
    if (!found.includes(name)) found.push(name);
    return undefined;
  };
  for (const name of names) {
    const matches = /[*?[]/.test(name) ? [...targets.keys()].filter((target) => goMatcher(name)(target) === true) : [name];
    for (const each of matches.length > 0 ? matches : [name]) {
      const missing = visit(each, new Set());
      if (missing !== undefined) return { error: `failed to find target ${missing}` };
    }
  }
  return found;
}

const lists = new Set(['annotations', 'attest', 'cache-from', 'cache-to', 'entitlements', 'no-cache-filter', 'output', 'platform', 'platforms', 'secret', 'ssh', 'tags', 'ulimits']);
const flags = new Set(['load', 'no-cache', 'pull', 'push']);

/** `--set pattern.key[.name]=value` applied to a target; a word about what is wrong with one. */
export function overridden(name: string, target: BakeTarget, overrides: readonly string[]): BakeTarget | { readonly wrong: string } {
  let changed = target;
  const replaced = new Set<string>();
  for (const text of overrides) {
    const match = /^([^.=]+)\.([^.=]+)(?:\.([^=]*))?=([\s\S]*)$/.exec(text);
    if (!match) return { wrong: `invalid override ${text}, expected target.name=value` };
    const [, pattern = '', key = '', part, value = ''] = match;
    if (goMatcher(pattern)(name) !== true) continue;
    const field = key === 'platform' ? 'platforms' : key.replace(/^secrets$/, 'secret');
    if (part !== undefined) changed = mergeTargets(changed, { [field]: { [part]: value } });
    else if (lists.has(key)) {
      changed = { ...changed, [field]: [...(replaced.has(field) ? texts(changed[field]) : []), value] };
      replaced.add(field);
    } else if (flags.has(key)) changed = { ...changed, [field]: value === 'true' };
    else if (['context', 'dockerfile', 'target', 'network', 'call', 'shm-size'].includes(key)) changed = { ...changed, [field]: value };
    else return { wrong: `unknown key: ${key}` };
  }
  return changed;
}

function pairs(value: BakeValue | undefined): Readonly<Record<string, string>> {
  return isBakeObject(value) ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null).map(([key, one]) => [key, bakeText(one)])) : {};
}

/** What `docker buildx build` would be asked for. */
export function targetSettings(target: BakeTarget): BuildSettings {
  const text = (key: string, as: string): object => (target[key] === undefined || target[key] === null ? {} : { [as]: bakeText(target[key] ?? null) });
  const context = bakeText(target['context'] ?? '.');
  const file = bakeText(target['dockerfile'] ?? 'Dockerfile');
  return {
    context,
    file: file.startsWith('/') || context === '.' ? file : `${context}/${file}`,
    ...text('dockerfile-inline', 'inline'), ...text('target', 'target'), ...text('network', 'network'), ...text('shm-size', 'shmSize'),
    buildArgs: pairs(target['args']), labels: pairs(target['labels']), contexts: pairs(target['contexts']),
    tags: texts(target['tags']),
    platforms: texts(target['platforms']),
    cacheFrom: texts(target['cache-from']),
    cacheTo: texts(target['cache-to']),
    outputs: texts(target['output']),
    secrets: texts(target['secret']),
    ssh: texts(target['ssh']),
    attests: texts(target['attest']),
    ulimits: texts(target['ulimits']),
    allow: texts(target['entitlements']),
    noCacheFilter: texts(target['no-cache-filter']),
    addHosts: Object.entries(pairs(target['extra-hosts'])).map(([host, ip]) => `${host}=${ip}`),
    noCache: target['no-cache'] === true, pull: target['pull'] === true, push: target['push'] === true, load: target['load'] === true,
  };
}

const shownOrder = [
  'description', 'context', 'contexts', 'dockerfile', 'dockerfile-inline', 'args', 'labels', 'tags',
  'cache-from', 'cache-to', 'target', 'secret', 'ssh', 'platforms', 'output', 'pull',
  'no-cache', 'network', 'no-cache-filter', 'shm-size', 'ulimits', 'entitlements', 'extra-hosts', 'attest',
  'annotations',
];

/** The target as `--print` shows it. */
export function shownTarget(target: BakeTarget): Readonly<Record<string, BakeValue>> {
  const whole: BakeTarget = { context: '.', dockerfile: 'Dockerfile', ...target };
  return Object.fromEntries(shownOrder.flatMap((key) => {
    const value = whole[key];
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]];
  }));
}
