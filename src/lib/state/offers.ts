import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** Command lines that lead from here to an image in a registry. */
export function offersOf({ options }: Snapshot): readonly string[] {
  const [tag = 'app:1.0.0'] = options.tags ?? [];
  const host = /^[^/]+[.:][^/]*(?=\/)/.exec(tag)?.[0];
  return [`docker build -t ${tag} .`, 'docker images', `docker history ${tag}`, ...(host ? [`docker login ${host}`] : []), `docker push ${tag}`];
}
