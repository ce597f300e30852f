/** Build options → the frontend options that a client sends (buildx `build/opt.go`). */
import { parseGitRef } from '../git-ref.ts';
import type { BuildOptions } from '../plan.ts';

/** Frontend options by BuildKit's names; what `attrs` holds goes through as it is. */
export function frontendAttributes(options: BuildOptions): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const set = (key: string, value: string | undefined) => {
    if (value !== undefined) attributes.set(key, value);
  };
  set('target', options.target);
  if (options.platforms && options.platforms.length > 0) set('platform', options.platforms.join(','));
  for (const [key, value] of Object.entries(options.buildArgs ?? {})) set(`build-arg:${key}`, value);
  for (const [key, value] of Object.entries(options.labels ?? {})) set(`label:${key}`, value);
  if (options.noCache === true) set('no-cache', '');
  else if (options.noCache && options.noCache.length > 0) set('no-cache', options.noCache.join(','));
  if (options.pull) set('image-resolve-mode', 'pull');
  for (const [name, value] of Object.entries(options.contexts ?? {})) set(`context:${name}`, contextAttribute(name, value));
  if (!attributes.has('build-arg:SOURCE_DATE_EPOCH')) set('build-arg:SOURCE_DATE_EPOCH', options.sourceDateEpoch);
  for (const [key, value] of Object.entries(options.attrs ?? {})) set(key, value);
  return attributes;
}

/** An address stays; anything else is a directory, which the client sends under the context's name. */
function contextAttribute(name: string, value: string): string {
  const remote = /^(?:docker-image|oci-layout|https?|git|ssh|target|input):/.test(value) || parseGitRef(value) !== undefined;
  return remote ? value : `local:${name}`;
}
