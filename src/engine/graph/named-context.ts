/** Named contexts: `--build-context name=…` in the place of a stage or an image (BuildKit `dockerui/namedcontext.go`). */
import { familiarReference, formatReference, parseReference, withDefaultTag } from '../image/reference.ts';
import { goQuote } from '../dockerfile/go/quote.ts';
import type { Conversion } from './conversion.ts';
import { draftOf, type DraftImage } from './draft-image.ts';
import { parseGitRef } from './git-ref.ts';
import { gitState, httpState, imageState, localState } from './llb/source.ts';
import { newState, type State } from './llb/state.ts';
import { defaultPlatform, formatPlatformFully, normalizePlatform, type Platform } from './platform.ts';
import { followPaths } from './context-paths.ts';

export interface NamedContext {
  readonly input: string;
  readonly name: string;
  readonly platform: Platform | undefined;
  /** Paths that are read of it, known when all is dispatched. */
  readonly paths: ReadonlySet<string>;
}

/** The context that replaces a name, a text where the name is none, or undefined where nothing replaces it. */
export function namedContext(conversion: Conversion, name: string, asked: Platform | undefined, paths: ReadonlySet<string>): NamedContext | string | undefined {
  const lower = name.toLowerCase();
  if (lower === 'scratch' || lower === 'context') return undefined;
  const reference = parseReference(name);
  if ('error' in reference) return `invalid context name ${name}: ${reference.error}`;
  const familiar = familiarReference(reference).replace(/:latest$/, '');
  const platform = asked ?? (conversion.implicitTarget ? undefined : conversion.targetPlatform);
  const withPlatform = `${familiar}::${formatPlatformFully(normalizePlatform(platform ?? defaultPlatform))}`;
  for (const key of [withPlatform, familiar]) {
    const input = conversion.config.contexts.get(key);
    if (input !== undefined) return { input, name: key, platform, paths };
  }
  return undefined;
}

export interface LoadedContext {
  readonly state: State;
  readonly image?: DraftImage;
}

/** The file system of a named context and, for an image, its config. */
export function loadContext(conversion: Conversion, context: NamedContext): LoadedContext | { readonly error: string } {
  const { input, name } = context;
  const colon = input.indexOf(':');
  if (colon < 0) return { error: `invalid context specifier ${input} for ${name}` };
  const kind = input.slice(0, colon).startsWith('git@') ? 'git' : input.slice(0, colon);
  const rest = input.slice(colon + 1);
  if (kind === 'docker-image') return loadImage(conversion, context, rest.replace(/^\/\//, ''));
  if (kind === 'git' || kind === 'http' || kind === 'https') {
    const git = parseGitRef(input);
    if (git && 'error' in git) return git;
    if (git) {
      const keep = { keepGitDir: git.keepGitDir ?? false, skipSubmodules: git.submodules === false };
      return { state: gitState({ ...git, ...keep }, { name: `[internal] load git source ${input}` }) };
    }
    if (kind === 'git') return { error: `invalid git context ${input}` };
    return { state: httpState(input, 'context', '', { name: `[context ${name}] ${input}` }) };
  }
  if (kind === 'local') {
    const excludePatterns = conversion.contextIgnore[rest]?.patterns ?? [];
    const options = () => ({ followPaths: followPaths(context.paths), excludePatterns, sharedKeyHint: `context:${name}-` });
    return { state: localState(rest, options, { name: `[context ${name}] load from client` }) };
  }
  if (kind === 'oci-layout') return { error: `could not parse oci-layout reference ${goQuote(rest.replace(/^\/\//, ''))}: not simulated` };
  if (kind === 'input') return { error: `invalid input ${rest} for ${name}` };
  return { error: `unsupported context source ${kind} for ${name}` };
}

function loadImage(conversion: Conversion, context: NamedContext, text: string): LoadedContext | { readonly error: string } {
  if (text === 'scratch') return { state: newState() };
  const reference = parseReference(text);
  if ('error' in reference) return reference;
  const ref = formatReference(withDefaultTag(reference));
  const platform = context.platform ?? defaultPlatform;
  const asked = formatPlatformFully(platform);
  conversion.asked.set(`${ref} ${asked}`, { ref, platform: asked, name: `[context ${context.name}] load metadata for ${text}` });
  const image = conversion.resolve(ref, asked);
  if ('error' in image) return { error: `failed to resolve source metadata for ${ref}: ${image.error}` };
  const draft = draftOf(image.config);
  let state = imageState(ref, platform, undefined, { name: `[context ${context.name}] ${text}` });
  for (const entry of draft.env) {
    const equals = entry.indexOf('=');
    const key = equals < 0 ? entry : entry.slice(0, equals);
    if (key !== '') state = { ...state, env: state.env.with(key, equals < 0 ? '' : entry.slice(equals + 1)) };
  }
  state = { ...state, dir: draft.workingDir === '' ? '/' : draft.workingDir };
  const { os, architecture } = draft.platform;
  return { state: os !== '' && architecture !== '' ? { ...state, platform: normalizePlatform(draft.platform) } : state, image: draft };
}
