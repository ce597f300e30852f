/** Base images: asked for where the target needs them, and checked for their names where not (`resolveReachableStages`). */
import { invalidBaseImagePlatform } from '../../dockerfile/checks/invalid-base-image-platform.ts';
import { goQuote } from '../../dockerfile/go/quote.ts';
import { withSuggestion } from '../../dockerfile/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { formatReference, parseReference, withDefaultTag, type Reference } from '../../image/reference.ts';
import type { Conversion } from '../conversion.ts';
import { addStep, nameStep } from '../dispatch/step.ts';
import { draftOf, emptyImage } from '../draft-image.ts';
import { failure, locatedAt, type Failure } from '../failure.ts';
import { imageState } from '../llb/source.ts';
import { newState } from '../llb/state.ts';
import { loadContext, namedContext } from '../named-context.ts';
import { formatPlatformFully, normalizePlatform, type Platform } from '../platform.ts';
import { reachableFrom, type StageState } from './stage-state.ts';

/** Gives every stage that starts from no other stage its image. Answers which stages the target needs. */
export function resolveReachable(conversion: Conversion, target: StageState): ReadonlySet<StageState> | Failure {
  const reachable = reachableFrom(target);
  const open = conversion.stages.states.filter((state) => !state.base && !state.dispatched && !state.resolved);
  const images: StageState[] = [];
  for (const state of open) {
    state.resolved = conversion.allStages || reachable.has(state);
    if (state.baseName !== 'scratch' || state.namedContext) {
      images.push(state);
      continue;
    }
    state.state = newState();
    state.image = emptyImage(conversion.targetPlatform);
    state.platform = conversion.targetPlatform;
    if (state.unregistered) state.dispatched = true;
  }
  const problems = images.map((state) => {
    const problem = resolveBaseImage(conversion, state, state.resolved);
    if (state.unregistered) state.dispatched = true;
    return problem === undefined ? undefined : locatedAt(failure(problem), state.place ?? noPlace);
  });
  // BuildKit asks for all at once, and of several errors the first in time counts: what Go starts last runs first.
  return problems.at(-1) ?? problems.find((problem) => problem !== undefined) ?? reachable;
}

const noPlace = { lines: { first: 0, last: 0 }, range: { from: 0, to: 0 } };

function resolveBaseImage(conversion: Conversion, state: StageState, needed: boolean): string | undefined {
  const name = state.baseName;
  const reference = parseReference(name);
  if ('error' in reference) return `failed to parse stage name ${goQuote(name)}: ${reference.error}`;
  const platform = state.platform ?? conversion.targetPlatform;
  state.baseName = formatReference(withDefaultTag(reference));
  if (!needed) {
    fromImage(conversion, state, platform);
    return undefined;
  }
  if (state.namedContext) return replaceStage(conversion, state);
  const context = namedContext(conversion, state.baseName, platform, state.paths);
  if (typeof context === 'string') return context;
  if (context) {
    const loaded = loadContext(conversion, context);
    if ('error' in loaded) return loaded.error;
    state.image = loaded.image ?? emptyImage(platform);
    state.baseHistory = [...state.image.history];
    state.state = { ...loaded.state, platform: normalizePlatform(platform) };
    state.platform = platform;
    return undefined;
  }
  const image = ask(conversion, state.baseName, platform);
  if ('error' in image) return withSuggestion(`${name}: failed to resolve source metadata for ${state.baseName}: ${image.error}`, name, [...conversion.stages.names(), ...commonImages]);
  const chosen = state.platform || !conversion.implicitTarget ? platform : detectPlatform(image, platform, conversion.buildPlatform);
  state.baseName = formatReference(withDigest(withDefaultTag(reference), image));
  state.image = draftOf(image.config);
  state.baseHistory = [...state.image.history];
  if (hasNoLayers(image)) {
    state.state = newState();
    state.platform = chosen;
    return undefined;
  }
  fromImage(conversion, state, chosen);
  const actual = state.image.platform;
  if (chosen.os !== actual.os || chosen.architecture !== actual.architecture) {
    const place = state.place ?? noPlace;
    conversion.lint.report(invalidBaseImagePlatform, place, name, formatPlatformFully(normalizePlatform(chosen)), formatPlatformFully(normalizePlatform(actual)));
  }
  return undefined;
}

/** The stage is what `--build-context` gives in its place. */
function replaceStage(conversion: Conversion, state: StageState): string | undefined {
  const loaded = state.namedContext && loadContext(conversion, state.namedContext);
  if (!loaded) return undefined;
  if ('error' in loaded) return loaded.error;
  state.dispatched = true;
  state.state = loaded.state;
  if (!loaded.image) {
    state.image.platform = { os: '', architecture: '', variant: '', osVersion: '', osFeatures: [] };
    return undefined;
  }
  state.image = loaded.image;
  const { os, architecture } = loaded.image.platform;
  if (os !== '' && architecture !== '') state.platform = loaded.image.platform;
  return undefined;
}

function ask(conversion: Conversion, ref: string, platform: Platform): ReturnType<Conversion['resolve']> {
  const asked = formatPlatformFully(platform);
  const prefix = conversion.config.multiPlatform ? `${asked} ` : '';
  conversion.asked.set(`${ref} ${asked}`, { ref, platform: asked, name: `[${prefix}internal] load metadata for ${ref}` });
  return conversion.resolve(ref, asked);
}

function withDigest(reference: Reference, image: BaseImage): Reference {
  return (image.digest as string) === '' ? reference : { ...reference, digest: image.digest };
}

/** An image without layers is treated like `scratch`. */
function hasNoLayers(image: BaseImage): boolean {
  return (image.config.rootfs.diff_ids ?? []).length === 0 && !(image.config.history ?? []).some((entry) => !entry.empty_layer);
}

/** Where nobody asked for a platform, an image for the builder's own is taken as it is. */
function detectPlatform(image: BaseImage, target: Platform, build: Platform): Platform {
  const { os, architecture } = image.config;
  if (target.os === os && target.architecture === architecture) return target;
  return build.os === os && build.architecture === architecture ? build : target;
}

/** The vertex of an image; of one that stands in a FROM line, the first step of its stage. */
function fromImage(conversion: Conversion, state: StageState, platform: Platform): void {
  const ref = state.baseName;
  const text = `FROM ${ref}`;
  const name = nameStep(conversion, state, text, platform);
  state.steps.length = 0;
  const step = state.stage && addStep(state, { keyword: 'FROM', text: `FROM ${state.writtenBase}`, lines: state.stage.lines, reads: [{ kind: 'image', ref }] });
  state.state = imageState(ref, platform, conversion.config.resolveMode, {
    name,
    command: state.stage?.code ?? '',
    ...(step !== undefined && { step }),
    ...(state.place && { lines: state.place.lines }),
  });
  state.platform = platform;
}

const commonImages = ['alpine', 'busybox', 'centos', 'debian', 'golang', 'ubuntu', 'fedora'].flatMap((name) => [name, `docker.io/library${name}`, `${name}:latest`, `docker.io/library${name}:latest`]);
