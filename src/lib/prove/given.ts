/** Which values of options a build on somebody's machine may be given: lists of what is allowed, because the machine is not the author's. */

const contextName = /^[A-Za-z0-9][A-Za-z0-9._/:@-]*$/;
const remote = /^(?:docker-image|https):\/\/[A-Za-z0-9[][!-~]*$/;

/**
 * An image or an address of the web. All else is a folder for buildx (`build/opt.go`), a link to one, a layout on the disk, an address
 * that takes the reader's SSH keys, or `target:`, which only bake resolves.
 */
export const isRemoteContext = (name: string, value: string): boolean => contextName.test(name) && remote.test(value);

/** A path below the context on every system: no way up, no root or drive, no standard input, no address. */
export const isFileInside = (path: string): boolean =>
  !path.startsWith('-') && !/[\\:\p{Cc}]/u.test(path) && path.split('/').every((name) => name !== '' && !/[. ]$/.test(name));

const one = {
  /** The names of hosts with addresses; `host-gateway` is the machine itself. */
  host: /^[A-Za-z0-9_.-]+=[0-9A-Fa-f.:[\]]+$/,
  size: /^[0-9]+[bkmgBKMG]?$/,
  limit: /^[a-z]+=-?[0-9]+(?::-?[0-9]+)?$/,
};

/** Flags of the client for a frontend attribute under BuildKit's name; `undefined` where it is not passed on. */
export function attributeArgs(name: string, value: string): readonly string[] | undefined {
  const values = value.split(',');
  switch (name) {
    case 'add-hosts':
      return values.every((host) => one.host.test(host)) ? values.map((host) => `--add-host=${host.replace('=', ':')}`) : undefined;
    case 'ulimit':
      return values.every((limit) => one.limit.test(limit)) ? values.map((limit) => `--ulimit=${limit}`) : undefined;
    case 'shm-size':
      return one.size.test(value) ? [`--shm-size=${value}`] : undefined;
    // `host` would be the network of the machine.
    case 'force-network-mode':
      return value === 'none' || value === 'default' ? [`--network=${value}`] : undefined;
    default:
      return undefined;
  }
}
