/** The flags of `docker build` as settings of a build. */
import type { Flags } from '../cli/parse-flags.ts';
import type { Session } from '../session.ts';
import type { BuildSettings } from './settings.ts';

/** Pairs of `--build-arg`, `--label`, `--build-context`; an argument without value has that of the shell's variable, if there is one. */
export function pairsOf(list: readonly string[], variable?: (name: string) => string | undefined): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {};
  for (const text of list) {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const value = equals < 0 ? (variable ? variable(name) : '') : text.slice(equals + 1);
    if (value !== undefined) Object.defineProperty(pairs, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return pairs;
}

/** What was typed, or buildx's complaint. */
export function settingsOf(session: Session, flags: Flags, context: string): BuildSettings | { readonly error: string } {
  const oddContext = flags.list('build-context').find((text) => !text.includes('='));
  if (oddContext !== undefined) return { error: `invalid context value: ${oddContext}, expected key=value` };
  const text = (name: string, key: string): object => (flags.text(name) === undefined ? {} : { [key]: flags.text(name) });
  return {
    context,
    ...text('file', 'file'),
    ...text('target', 'target'),
    buildArgs: pairsOf(flags.list('build-arg'), (name) => session.variable(name)),
    labels: pairsOf(flags.list('label')),
    tags: flags.list('tag').flatMap((tag) => tag.split(',')),
    platforms: flags.given('platform') ? flags.list('platform') : [session.variable('DOCKER_DEFAULT_PLATFORM') ?? ''].filter((one) => one !== ''),
    noCache: flags.on('no-cache'),
    noCacheFilter: flags.list('no-cache-filter').flatMap((one) => one.split(',')),
    pull: flags.on('pull'),
    cacheFrom: flags.list('cache-from'),
    cacheTo: flags.list('cache-to'),
    outputs: flags.list('output'),
    push: flags.on('push'),
    load: flags.on('load'),
    secrets: flags.list('secret'),
    ssh: flags.list('ssh'),
    contexts: pairsOf(flags.list('build-context')),
    attests: flags.list('attest'),
    ...text('provenance', 'provenance'),
    ...text('sbom', 'sbom'),
    ...text('network', 'network'),
    addHosts: flags.list('add-host'),
    ...text('shm-size', 'shmSize'),
    ulimits: flags.list('ulimit'),
    allow: flags.list('allow'),
    ...text('cgroup-parent', 'cgroupParent'),
    annotations: flags.list('annotation'),
    ...text('builder', 'builder'),
  };
}
