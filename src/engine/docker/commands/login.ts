import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { accountsOf } from '../../registry/access.ts';
import { login } from '../../registry/login.ts';
import { stateOf } from '../../registry/registries.ts';
import { toText } from '../../run/system/byte-string.ts';
import type { Session } from '../session.ts';
import { home } from '../workstation.ts';

/** `docker login`. */
export const loginCommand: Command = {
  paths: ['login'],
  use: '[OPTIONS] [SERVER]',
  about: 'Authenticate to a registry',
  long: `Authenticate to a registry.
Defaults to Docker Hub if no server is specified.`,
  flags: `
  -p, --password string   Password or Personal Access Token (PAT)
      --password-stdin    Take the Password or Personal Access Token (PAT) from stdin
  -u, --username string   Username
`,
  takes: atMost(1),
  run({ flags, args, session }) {
    const host = registryHost(args[0]);
    const username = flags.text('username');
    let secret = flags.text('password');
    if (secret !== undefined) session.err('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
    if (flags.on('password-stdin')) {
      if (secret !== undefined) return session.err('--password and --password-stdin are mutually exclusive\n');
      if (username === undefined || username === '') return session.err('the --password-stdin option requires --username to be set\n');
      secret = toText(session.input()).replace(/\r?\n$/, '');
    }
    if (username === undefined || username === '' || secret === undefined || secret === '') {
      const server = args[0] === undefined ? '' : ` ${args[0]}`;
      return session.err(`Error: Cannot perform an interactive login from a non TTY device\nNothing is asked for here. Type: echo PASSWORD | docker login${server} --username NAME --password-stdin\n${whoIsKnown(session, host)}`);
    }
    const result = login(session.state.registries, host, { username, secret });
    const shift = session.process.machine.elapsed;
    session.messages = [...session.messages, ...result.messages.map((message) => ({ ...message, time: message.time + shift }))];
    session.process.machine.advance(result.duration);
    if (!result.ok) return session.err(`${result.error ?? ''}\n${whoIsKnown(session, host)}`);
    const first = session.machine.logins.size === 0;
    session.machine = { ...session.machine, logins: new Map(session.machine.logins).set(host, { username, secret }) };
    if (first) session.err(`\nWARNING! Your credentials are stored unencrypted in '${home}/.docker/config.json'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n`);
    session.out('Login Succeeded\n');
    return 0;
  },
};

/** The host of a server as it was typed; Docker Hub by any of its names. */
export function registryHost(server: string | undefined): string {
  const host = (server ?? '').replace(/^https?:\/\//, '').split('/')[0] ?? '';
  return ['', 'index.docker.io', 'registry-1.docker.io', 'docker.io', 'registry.hub.docker.com'].includes(host) ? 'docker.io' : host;
}

/** Whom a registry of the scene knows: passwords are invented here, so that they can be told. */
function whoIsKnown(session: Session, host: string): string {
  const [account] = accountsOf(stateOf(session.state.registries, host));
  return account ? `In this scene ${host} knows ${account.username} with the password ${account.secret}.\n` : '';
}
