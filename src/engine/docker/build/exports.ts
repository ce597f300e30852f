/** Where a build's results and cache go, and where a cache comes from: `--output`, `--cache-to`, `--cache-from` (buildx `util/buildflags`). */
import type { CacheFrom, CacheTo, Output } from '../../workspace/build-request.ts';
import { failed, invalid, isRefusal, type BuildRefusal } from './refusal.ts';
import { csvPairs, type BuildSettings } from './settings.ts';

/** `--output`, or what `--push` and `--load` stand for. */
export function readOutputs({ outputs = [], push, load }: BuildSettings): readonly Output[] | BuildRefusal {
  const read: Output[] = [];
  for (const output of outputs) {
    if (!output.includes('=')) {
      read.push(output === '-' ? { type: 'tar', dest: '-' } : { type: 'local', dest: output });
      continue;
    }
    const pairs = csvPairs(output);
    if ('error' in pairs && typeof pairs.error === 'string') return invalid(`invalid value ${output}`);
    const fields = pairs as ReadonlyMap<string, string>;
    const type = fields.get('type');
    const dest = fields.get('dest');
    if (type === undefined || type === '') return invalid(`type is required for output`);
    if (type === 'registry') read.push({ type: 'image', push: true });
    else if (type === 'image') read.push({ type: 'image', ...(fields.get('push') === 'true' && { push: true }) });
    else if (type === 'docker') read.push({ type: 'docker', ...(dest !== undefined && { dest }) });
    else if (type === 'cacheonly') read.push({ type: 'cacheonly' });
    else if (type === 'local' || type === 'tar' || type === 'oci') {
      if (dest === undefined && type === 'local') return failed('dest is required for local exporter');
      read.push({ type, dest: dest ?? '-' });
    } else return failed(`failed to solve: exporter ${JSON.stringify(type)} could not be found`);
  }
  if (read.length === 0 && push) read.push({ type: 'image', push: true });
  else if (read.length === 0 && load) read.push({ type: 'docker' });
  return read;
}

/** `--cache-to`. */
export function readCacheTo(list: readonly string[]): readonly CacheTo[] | BuildRefusal {
  const read: CacheTo[] = [];
  for (const text of list) {
    const fields = cacheFields(text);
    if (isRefusal(fields)) return fields;
    const type = fields.get('type');
    const mode = fields.get('mode') === 'max' ? 'max' : 'min';
    if (type === 'inline') read.push({ type });
    else if (type === 'registry') read.push({ type, to: fields.get('ref') ?? '', mode });
    else if (type === 'local') {
      const to = fields.get('dest');
      if (to === undefined) return failed('failed to solve: dest is required for local cache exporter');
      read.push({ type, to, mode });
    } else if (type === 'gha' || type === 's3' || type === 'azblob') return { error: `docker buildx build: a cache of type ${type} is not simulated: use registry, local or inline.` };
    else return failed(`failed to solve: unknown cache exporter: ${JSON.stringify(type ?? '')}`);
  }
  return read;
}

/** `--cache-from`. */
export function readCacheFrom(list: readonly string[]): readonly CacheFrom[] | BuildRefusal {
  const read: CacheFrom[] = [];
  for (const text of list) {
    const fields = cacheFields(text);
    if (isRefusal(fields)) return fields;
    const type = fields.get('type');
    if (type === 'registry') read.push({ type, from: fields.get('ref') ?? '' });
    else if (type === 'local') {
      const from = fields.get('src');
      if (from === undefined) return failed('failed to solve: src is required for local cache importer');
      read.push({ type, from });
    } else if (type === 'gha' || type === 's3' || type === 'azblob') return { error: `docker buildx build: a cache of type ${type} is not simulated: use registry or local.` };
    else return failed(`failed to solve: unknown cache importer: ${JSON.stringify(type ?? '')}`);
  }
  return read;
}

/** A reference alone stands for a cache in a registry. */
function cacheFields(text: string): ReadonlyMap<string, string> | BuildRefusal {
  if (!text.includes('=')) return new Map([['type', 'registry'], ['ref', text]]);
  const pairs = csvPairs(text);
  return 'error' in pairs && typeof pairs.error === 'string' ? invalid(pairs.error) : (pairs as ReadonlyMap<string, string>);
}
