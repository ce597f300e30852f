/** What `FROM` and `COPY --from` find on a machine: its own images, what was pushed in this scene, what publishers serve. */
import { formatReference, parseReference, withDefaultTag } from '../../image/index.ts';
import type { ResolveImage } from '../../image/base.ts';
import type { ImageStore } from '../../image/store.ts';
import { readManifest, resolverAt, stateOf, type Caller } from '../../registry/index.ts';
import { currentMachine, type State } from '../state.ts';
import type { World } from '../world.ts';
import { baseOf } from './stored-base.ts';

/** Base images of publishers by the scene's calendar. */
export function publishedAt(state: Pick<State, 'imported' | 'now'>, { scenario, resolve }: World): ResolveImage {
  return state.imported ? resolve : resolverAt(scenario.moves, state.now, resolve);
}

/** Who asks registries from the machine that is sat at. */
export function callerOf(state: State, world: World): Caller {
  return { logins: currentMachine(state).logins, published: publishedAt(state, world), now: state.now };
}

/**
 * The builder in dockerd looks at the local images first, unless it is told to pull (moby `containerimage`, PreferLocal); one of
 * its own asks registries only. A repository of the scene's is asked under the machine's login.
 */
export function resolverFor(state: State, world: World, pull: boolean): ResolveImage {
  const { builder, images } = currentMachine(state);
  const caller = callerOf(state, world);
  const local = builder.driver === 'docker' && !pull;
  if (state.registries.hosts.size === 0 && (!local || images.images.size === 0)) return caller.published;
  return (text, platform) => {
    const parsed = parseReference(text);
    if ('error' in parsed) return caller.published(text, platform);
    const reference = withDefaultTag(parsed);
    const here = local ? localImage(images, formatReference(reference), platform) : undefined;
    if (here) return here;
    const { domain, path } = reference;
    const own = stateOf(state.registries, domain).repositories.get(path);
    if (!own || own.manifests.size === 0) return caller.published(text, platform);
    const ref = formatReference(reference);
    const answer = readManifest(state.registries, ref, caller);
    if ('error' in answer) return { error: answer.error };
    return baseOf({ target: answer.blob, find: answer.find }, ref, platform) ?? { error: 'no match for platform in manifest: not found' };
  };
}

/** The image of a full name in a store; one with a digest is found under any name of its repository. */
function localImage({ images, blobs, roots }: ImageStore, name: string, platform: string): ReturnType<ResolveImage> | undefined {
  const at = name.indexOf('@');
  const digest = at < 0 ? undefined : name.slice(at + 1);
  const image = digest === undefined ? images.get(name) : [...images.values()].find(({ target }) => target.digest === digest);
  const target = image && blobs.get(image.target.digest);
  return target && baseOf({ target, find: (each) => blobs.get(each), root: (manifest) => roots.get(manifest) }, name, platform);
}
