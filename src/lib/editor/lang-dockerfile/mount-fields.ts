/** The fields of `RUN --mount`, for completion and hover. BuildKit `instructions/commands_runmount.go`. */
export interface MountField {
  readonly name: string;
  /** Mount types that take it. */
  readonly types: readonly string[];
  readonly values?: readonly string[];
  readonly documentation: string;
}

export const mountTypes: readonly { readonly name: string; readonly documentation: string }[] = [
  { name: 'bind', documentation: 'Files of the build context, a stage or an image, for this step only. Changes to them are dropped.' },
  { name: 'cache', documentation: 'A directory the builder keeps from build to build. Its contents are in no layer and in no cache key.' },
  { name: 'tmpfs', documentation: 'A directory in memory that is empty at the start and gone at the end.' },
  { name: 'secret', documentation: 'A file, or a variable, that is in no layer and in no cache key.' },
  { name: 'ssh', documentation: 'The SSH agent of whoever builds.' },
];

export const mountFields: readonly MountField[] = [
  { name: 'type', types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'], values: mountTypes.map((type) => type.name), documentation: 'Kind of mount; `bind` where it is not given.' },
  { name: 'target', types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'], documentation: 'Where it is in the container. A relative path starts at WORKDIR.' },
  { name: 'source', types: ['bind', 'cache'], documentation: 'Path in `from`; its root where it is not given.' },
  { name: 'from', types: ['bind', 'cache'], documentation: 'Stage, image or named context the files come from; the build context where it is not given.' },
  { name: 'readwrite', types: ['bind'], documentation: 'Allows writing; what is written is dropped after the step.' },
  { name: 'readonly', types: ['bind', 'cache'], documentation: 'Forbids writing.' },
  { name: 'id', types: ['cache', 'secret', 'ssh'], documentation: 'Name of the cache, secret or agent. Caches with one id are one cache; the target path where it is not given.' },
  { name: 'sharing', types: ['cache'], values: ['shared', 'private', 'locked'], documentation: 'What happens when two builds use the cache at once: `shared` both write, `private` a second one is made, `locked` the second waits.' },
  { name: 'size', types: ['tmpfs'], documentation: 'Largest size in bytes.' },
  { name: 'required', types: ['secret', 'ssh'], values: ['true', 'false'], documentation: 'Fails the step where the secret or the agent is not given.' },
  { name: 'env', types: ['secret'], documentation: 'Variable that gets the secret, instead of or besides a file.' },
  { name: 'mode', types: ['cache', 'secret', 'ssh'], documentation: 'Permissions, octal.' },
  { name: 'uid', types: ['cache', 'secret', 'ssh'], documentation: 'Number of the user who owns it.' },
  { name: 'gid', types: ['cache', 'secret', 'ssh'], documentation: 'Number of the group that owns it.' },
];

/** The type a mount's value names so far. */
export function mountType(value: string): string {
  return /(?:^|,)type=([a-z]+)/.exec(value)?.[1] ?? 'bind';
}
