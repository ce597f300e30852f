import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { containerFlags } from '../containers/flags.ts';
import { createContainer } from '../containers/create.ts';
import { readMounts, startContainer } from '../containers/start.ts';
import { dropContainer, keepContainer } from '../containers/store.ts';
import { pairsOf } from '../build/flags.ts';

/** `docker run`. */
export const runCommand: Command = {
  paths: ['run', 'container run'],
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  about: 'Create and run a new container from an image',
  aliases: ['docker container run', 'docker run'],
  flags: `${containerFlags}
  -d, --detach                           Run container in background and print container ID
      --detach-keys string               Override the key sequence for detaching a container
      --pull string                      Pull image before running ("always", "missing", "never") (default "missing")
      --sig-proxy                        Proxy received signals to the process (default true)
`,
  takes: atLeast(1),
  wraps: true,
  run({ flags, args, session }) {
    const failed = (message: string, code = usageError) => session.err(`docker: ${message}\n\nRun 'docker run --help' for more information\n`, code);
    const detached = flags.on('detach');
    const mounts = readMounts(session, flags.list('volume'));
    if ('error' in mounts) return failed(`Error response from daemon: ${mounts.error}`);
    if (detached && flags.on('rm') && flags.given('restart')) return failed('conflicting options: cannot specify both --restart and --rm');
    const made = createContainer(session, flags, args, pairsOf(flags.list('label')));
    if ('refused' in made) return failed(made.client ? made.refused : `Error response from daemon: ${made.refused}`);
    if (flags.on('interactive') && flags.on('tty') && isShell(made.args)) {
      dropContainer(session, made);
      return session.err(`docker run: a shell to type into is not simulated here: give it its command, as in: docker run --rm ${made.image} sh -c 'ls -l'\n`);
    }
    const cid = flags.text('cidfile');
    if (cid !== undefined) session.write(session.path(cid), made.id);
    const network = flags.text('network') === 'none' ? 'none' : 'default';
    const input = flags.on('interactive') ? session.input() : undefined;
    session.process.machine.advance(startTime);
    const began = session.process.machine.elapsed;
    const { container, output, duration, error, unknown } = startContainer(session, made, { mounts: mounts.mounts, network, readOnly: flags.on('read-only'), ...(input !== undefined && { input }) });
    for (const note of mounts.notes) session.err(`${note}\n`);
    if (error !== undefined) {
      if (flags.on('rm')) dropContainer(session, container);
      return failed(`Error response from daemon: ${error}`, container.exitCode);
    }
    if (detached) {
      session.out(`${container.id}\n`);
      if (container.removes && !container.running) dropContainer(session, container);
      return 0;
    }
    session.play(output);
    session.process.machine.advance(began + duration - session.process.machine.elapsed);
    if (unknown === undefined && container.running && duration < serving) session.err(`docker run: what ${container.args.join(' ')} goes on doing is not simulated here: it was stopped.\n`);
    if (unknown !== undefined) session.err(`docker run: what ${unknown} does is not simulated here: the container was started, printed nothing and was stopped.\n`);
    const stopped = { ...container, running: false, finished: session.now };
    keepContainer(session, stopped);
    if (stopped.removes) dropContainer(session, stopped);
    return stopped.exitCode;
  },
};

const usageError = 125;
/** A program that ends sooner and is running all the same serves; virtual milliseconds. */
const serving = 500;
/** Virtual milliseconds from the command to the first line of its program. */
const startTime = 250;

/** Whether a program waits for lines to be typed. */
function isShell(args: readonly string[]): boolean {
  const name = args[0]?.split('/').at(-1) ?? '';
  return args.length === 1 && ['sh', 'bash', 'ash', 'zsh', 'python', 'python3', 'node', 'irb', 'psql'].includes(name);
}
