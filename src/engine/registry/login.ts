/** `docker login`: whether a registry knows somebody. dockerd asks `/v2/`, is sent to the token server or asked for a password, and asks again. */
import { accountOf, isOpen } from './access.ts';
import { isReachable } from './client.ts';
import type { Credential } from './credential.ts';
import { kindOf } from './hosts/index.ts';
import type { RegistryMessage } from './message.ts';
import { stateOf, type Registries } from './registries.ts';
import { Wire } from './wire.ts';
import { noSuchHost } from './words.ts';

export interface LoginResult {
  readonly ok: boolean;
  readonly messages: readonly RegistryMessage[];
  /** Virtual milliseconds. */
  readonly duration: number;
  /** `Error response from daemon: …`, where it failed. */
  readonly error?: string;
}

/** Asks a registry; `host` as in image names, `docker.io` for Docker Hub. Keeping the credential is the machine's affair. */
export function login(registries: Registries, host: string, credential: Credential): LoginResult {
  const kind = kindOf(host);
  const endpoint = kind.endpoint(host);
  const wire = new Wire();
  const end = (duration: number, error?: string): LoginResult => ({
    ok: error === undefined,
    messages: wire.messages(),
    duration,
    ...(error !== undefined && { error: `Error response from daemon: ${error}` }),
  });
  if (!isReachable(registries, host)) return end(0, noSuchHost('Get', `https://${endpoint}/v2/`));
  const state = stateOf(registries, host);
  const open = isOpen(state);
  const ping = (time: number, status: number): number => wire.say(time, { host: endpoint, method: 'GET', path: '/v2/', status, about: 'ping', note: status === 200 ? 'known' : 'who asks?' });
  if (open) return end(ping(0, 200));
  const known = accountOf(state, credential) !== undefined;
  let time = ping(0, 401);
  const authentication = kind.authentication(host);
  if (authentication.scheme === 'bearer') {
    const path = `${authentication.path}?account=${encodeURIComponent(credential.username)}&client_id=docker&offline_access=true&service=${host}`;
    time = wire.say(time, { host: authentication.realm, method: 'GET', path, status: known ? 200 : 401, about: 'token', note: known ? 'a token' : 'wrong password' });
    if (!known) return end(time, kind.loginRefused(host));
  }
  time = wire.say(time, { host: endpoint, method: 'GET', path: '/v2/', status: known ? 200 : 401, about: 'ping', note: known ? 'known' : 'wrong password' });
  return end(time, known ? undefined : kind.loginRefused(host));
}
