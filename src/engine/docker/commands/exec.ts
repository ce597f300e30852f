import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findContainer, keepContainer, noSuchContainer } from '../containers/store.ts';
import { run } from '../containers/start.ts';

/** `docker exec`. */
export const execCommand: Command = {
  paths: ['exec', 'container exec'],
  use: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  about: 'Execute a command in a running container',
  aliases: ['docker container exec', 'docker exec'],
  flags: `
  -d, --detach               Detached mode: run command in the background
      --detach-keys string   Override the key sequence for detaching a container
  -e, --env list             Set environment variables
      --env-file list        Read in a file of environment variables
  -i, --interactive          Keep STDIN open even if not attached
      --privileged           Give extended privileges to the command
  -t, --tty                  Allocate a pseudo-TTY
  -u, --user string          Username or UID (format: "<name|uid>[:<group|gid>]")
  -w, --workdir string       Working directory inside the container
`,
  takes: atLeast(2),
  wraps: true,
  run({ flags, args, session }) {
    const [name = '', ...command] = args;
    const container = findContainer(session, name);
    if (!container) return session.refuse(noSuchContainer(name));
    if (!container.running) return session.refuse(`container ${container.id} is not running`);
    const waits = flags.on('interactive') && flags.on('tty') && command.length === 1 && /^(?:.*\/)?(?:sh|bash|ash)$/.test(command[0] ?? '');
    if (waits) return session.err(`docker exec: a shell to type into is not simulated here: give it its command, as in: docker exec ${name} sh -c 'ls -l'\n`);
    const user = flags.text('user');
    const cwd = flags.text('workdir');
    const env = [...(container.config.Env ?? []), ...flags.list('env')];
    const result = run(session, container, command, container.root, flags.on('interactive') ? { input: session.input() } : {}, { env, ...(user !== undefined && { user }), ...(cwd !== undefined && { cwd }) });
    if (result.error !== undefined) {
      session.out(`${result.error.replace(/^runc run failed: unable to start container process: error during container init: /, 'OCI runtime exec failed: exec failed: unable to start container process: ')}\n`);
      return /not found|no such file/.test(result.error) ? 127 : 126;
    }
    keepContainer(session, { ...container, root: result.root });
    if (!flags.on('detach')) session.play(result.output);
    return result.exitCode;
  },
};
