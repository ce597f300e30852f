/** Where a build's result goes, by the builder and what was asked for: buildx `build/opt.go` and its drivers. */
import type { BuildRequest } from '../../solver/request.ts';
import type { BuildExtras } from '../build-request.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import type { Machine } from '../machine.ts';

/** What the solver is asked for, and what becomes of the image. */
export interface Destination {
  readonly output: NonNullable<BuildRequest['output']>;
  readonly keeper: NonNullable<BuildRequest['keeper']>;
  readonly attest: boolean;
  /** Into the machine's image store. */
  readonly kept: boolean;
  readonly pushed: boolean;
  /** By way of an archive, which dockerd then imports. */
  readonly loaded: boolean;
  readonly warnings: readonly string[];
}

const unsaved =
  'WARNING: No output specified with docker-container driver. Build result will only remain in the build cache. To push result image into registry use --push or to load image into docker use --load';

/** The destination, or why the client refuses. */
export function destinationOf({ builder }: Machine, command: BuildExtras & { readonly options: BuildOptions }): Destination | { readonly error: string } {
  const { output, options, cacheTo = [] } = command;
  const pushed = command.push === true || (output?.type === 'image' && output.push === true);
  if (pushed && (options.tags ?? []).length === 0) return { error: 'tag is needed when pushing to registry' };
  const several = (options.platforms ?? []).length > 1;
  const older = builder.imageStore === 'overlay2';
  const nothing = { kept: false, pushed, loaded: false, warnings: [] };
  if (builder.driver === 'container') {
    const loaded = command.load === true || (output?.type === 'docker' && output.dest === undefined);
    if (loaded && several && older) return { error: 'docker exporter does not currently support exporting manifest lists' };
    const archive = archiveOf(output);
    if (archive) return { ...nothing, output: archive, keeper: 'none', attest: true };
    if (pushed || output?.type === 'image') return { ...nothing, output: 'image', keeper: 'none', attest: true, kept: loaded, loaded };
    if (loaded) return { ...nothing, output: 'docker', keeper: 'none', attest: false, kept: true, loaded };
    const silent = output?.type === 'cacheonly' || cacheTo.length > 0;
    return { ...nothing, output: 'none', keeper: 'none', attest: false, warnings: silent ? [] : [unsaved] };
  }
  if (older && several) return notSupported('Multi-platform build', 'https://docs.docker.com/go/build-multi-platform/');
  if (older && cacheTo.some(({ type }) => type !== 'inline')) return notSupported('Cache export', 'https://docs.docker.com/go/build-cache-backends/');
  if (older && output?.type === 'oci') return notSupported('OCI exporter', 'https://docs.docker.com/go/build-exporters/');
  const keeper = builder.imageStore;
  const archive = archiveOf(output);
  if (archive) return { ...nothing, output: archive, keeper, attest: false };
  if (output?.type === 'cacheonly') return { ...nothing, output: 'none', keeper, attest: false };
  return { ...nothing, output: 'image', keeper, attest: !older, kept: true };
}

/** A file or a folder of the client's. */
function archiveOf(output: BuildExtras['output']): Destination['output'] | undefined {
  if (output?.type === 'docker') return output.dest === undefined ? undefined : 'docker';
  return output?.type === 'oci' || output?.type === 'local' || output?.type === 'tar' ? output.type : undefined;
}

/** buildx `driver`: the words for what the driver in dockerd cannot do with the older store. */
const notSupported = (feature: string, docs: string) => ({
  error: `${feature} is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at ${docs}`,
});
