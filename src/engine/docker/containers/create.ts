/** Command line and image → a container that has not been started (docker `opts`, dockerd `daemon/create.go`). */
import { mkdirAll } from '../../fs/index.ts';
import type { ContainerConfig } from '../../image/index.ts';
import type { Container } from '../../workspace/container.ts';
import type { Flags } from '../cli/parse-flags.ts';
import { isProblem, type Session } from '../session.ts';
import { imageFor } from './image.ts';
import { containersOf, keepContainer, newId, newName } from './store.ts';

/** The container, kept; or the words of client and daemon, and whether it was the client. */
export function createContainer(session: Session, flags: Flags, words: readonly string[], labels: Readonly<Record<string, string>>): Container | { readonly refused: string; readonly client: boolean } {
  const [image = '', ...args] = words;
  const env = readEnvironment(session, flags);
  if ('error' in env) return { refused: env.error, client: true };
  const platform = flags.text('platform');
  const policy = flags.text('pull');
  const found = imageFor(session, image, { ...(platform !== undefined && { platform }), ...(policy !== undefined && { policy }), quiet: flags.on('quiet') });
  if ('error' in found) return { refused: found.error, client: false };
  const name = flags.text('name')?.replace(/^\//, '');
  if (name !== undefined && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return { refused: `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`, client: false };
  const other = containersOf(session).find((container) => container.name === name);
  if (other) return { refused: `Conflict. The container name "/${name}" is already in use by container "${other.id}". You have to remove (or rename) that container to be able to reuse that name.`, client: false };
  const own = found.manifest.config?.config ?? {};
  const entrypoint = flags.text('entrypoint');
  const Entrypoint = entrypoint === undefined ? (own.Entrypoint ?? []) : entrypoint === '' ? [] : [entrypoint];
  const Cmd = args.length > 0 ? args : entrypoint === undefined ? (own.Cmd ?? []) : [];
  if (Entrypoint.length + Cmd.length === 0) return { refused: 'no command specified', client: false };
  const config: ContainerConfig = {
    ...own,
    Env: merged(own.Env ?? [], env.variables),
    Entrypoint,
    Cmd,
    WorkingDir: flags.text('workdir') ?? own.WorkingDir ?? '',
    User: flags.text('user') ?? own.User ?? '',
    Labels: { ...own.Labels, ...labels },
  };
  const id = newId(session);
  const root = withFolder(found.root, config.WorkingDir ?? '', session.now);
  const container: Container = {
    id, name: name ?? newName(session, id), image, target: found.image.target.digest, manifest: found.manifest.descriptor.digest, platform: found.manifest.platform ?? 'linux/amd64',
    config, args: [...Entrypoint, ...Cmd], lower: found.root, root, hostname: flags.text('hostname') ?? id.slice(0, 12), created: session.now, exitCode: 0, running: false, ports: portsOf(flags, own), labels: config.Labels ?? {}, logs: [], removes: flags.on('rm'),
  };
  keepContainer(session, container);
  return container;
}

/** `K=V` of `-e` and `--env-file`; a name alone has the shell's value, if there is one. */
function readEnvironment(session: Session, flags: Flags): { readonly variables: readonly string[] } | { readonly error: string } {
  const variables: string[] = [];
  const add = (text: string): void => {
    const value = text.includes('=') ? text : session.variable(text) === undefined ? undefined : `${text}=${session.variable(text)}`;
    if (value !== undefined) variables.push(value);
  };
  for (const file of flags.list('env-file')) {
    const text = session.text(session.path(file));
    if (isProblem(text)) return { error: `open ${file}: ${text.error}` };
    for (const line of text.split('\n')) if (line.trim() !== '' && !line.trimStart().startsWith('#')) add(line.trimStart());
  }
  for (const text of flags.list('env')) {
    if (text.startsWith('=') || text === '') return { error: `invalid environment variable: ${text}` };
    add(text);
  }
  return { variables };
}

function merged(own: readonly string[], more: readonly string[]): readonly string[] {
  const byName = new Map([...own, ...more].map((pair) => [pair.slice(0, pair.indexOf('=')), pair]));
  return [...byName.values()];
}

function withFolder(root: Container['root'], path: string, mtime: number): Container['root'] {
  const at = path.replace(/^\/+|\/+$/g, '');
  if (at === '') return root;
  const made = mkdirAll(root, at, { mtime });
  return 'error' in made ? root : made.root;
}

function portsOf(flags: Flags, config: ContainerConfig): readonly string[] {
  const published = flags.list('publish').flatMap((text) => {
    const parts = text.replace(/\/(tcp|udp)$/, '').split(':');
    const inside = parts.at(-1) ?? '';
    const outside = parts.length > 1 ? parts.at(-2) : '32768';
    return [`0.0.0.0:${outside}->${inside}/tcp`, `[::]:${outside}->${inside}/tcp`];
  });
  const inside = new Set(flags.list('publish').map((text) => `${text.replace(/\/(tcp|udp)$/, '').split(':').at(-1)}/tcp`));
  return [...Object.keys(config.ExposedPorts ?? {}).filter((port) => !inside.has(port)).sort(), ...published];
}
