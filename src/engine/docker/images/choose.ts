/** Which images a list shows: the argument and the filters of `docker images` (dockerd `daemon/containerd/image_list.go`). */
import { filterTruth, labelsMatch, moment, readFilters } from '../cli/filters.ts';
import { goMatcher } from '../../fs/index.ts';
import { findImage, listImages, parseReference, familiarReference, type ImageRow } from '../../image/index.ts';
import type { Session } from '../session.ts';

const known = ['before', 'dangling', 'label', 'reference', 'since', 'until'];

/** Rows with the names that fit; the daemon's refusal where a filter cannot be understood. */
export function chooseImages(session: Session, list: readonly string[], argument?: string): readonly ImageRow[] | { readonly error: string } {
  const filters = readFilters(argument === undefined ? list : [...list, `reference=${argument}`], known);
  if ('error' in filters) return filters;
  const dangling = (filters.get('dangling') ?? []).map(filterTruth);
  if (dangling.includes(undefined)) return { error: `invalid filter 'dangling=[${(filters.get('dangling') ?? []).join(' ')}]'` };
  const all = listImages(session.images, session.listOptions);
  const created = (name: string): number | undefined | { readonly error: string } => {
    const image = findImage(session.images, name);
    return 'error' in image ? image : (all.find(({ target }) => target.digest === image.target.digest)?.created ?? 0);
  };
  let least = -Infinity;
  let most = Infinity;
  for (const name of filters.get('since') ?? []) {
    const time = created(name);
    if (typeof time === 'object') return time;
    least = Math.max(least, time ?? 0);
  }
  for (const name of filters.get('before') ?? []) {
    const time = created(name);
    if (typeof time === 'object') return time;
    most = Math.min(most, time ?? 0);
  }
  for (const text of filters.get('until') ?? []) {
    const time = moment(text, session.now);
    if (time === undefined) return { error: `invalid value for "until": ${JSON.stringify(text)}` };
    most = Math.min(most, time);
  }
  const patterns = filters.get('reference') ?? [];
  return all
    .filter((row) => dangling.every((wanted) => wanted === row.dangling))
    .filter(({ created: time = 0 }) => time > least && time < most)
    .filter(({ best }) => labelsMatch(filters.get('label') ?? [], best?.config?.config?.Labels ?? {}))
    .map((row) => (patterns.length === 0 ? row : { ...row, tags: row.tags.filter((tag) => patterns.some((pattern) => fits(pattern, tag))), digests: row.digests.filter((digest) => patterns.some((pattern) => fits(pattern, digest))) }))
    .filter((row) => patterns.length === 0 || row.tags.length + row.digests.length > 0);
}

/** Whether a pattern is the name, with or without its tag (`reference.FamiliarMatch`). */
function fits(pattern: string, familiar: string): boolean {
  const parsed = parseReference(familiar);
  if ('error' in parsed) return false;
  const name = familiarReference({ domain: parsed.domain, path: parsed.path });
  const matches = goMatcher(pattern);
  return matches(familiar) === true || matches(name) === true;
}
