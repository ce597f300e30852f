/** A client of one registry on the virtual clock: finds out how to be let in, then asks. Every request and answer goes over the wire. */
import { sha256 } from '../fs/index.ts';
import { accountOf, isOpen, refusalReason } from './access.ts';
import { repositories } from './catalog/lookup.ts';
import type { Permission } from './declaration.ts';
import { kindOf } from './hosts/index.ts';
import type { RegistryMessage } from './message.ts';
import type { Refusal } from './refusal.ts';
import { stateOf, withState, type Registries } from './registries.ts';
import { RegistryServer } from './server.ts';
import type { Caller } from './transfer.ts';
import { Wire, type Exchange } from './wire.ts';

export class RegistryClient {
  readonly server: RegistryServer;
  readonly wire = new Wire();
  /** Host of the requests. */
  readonly endpoint: string;
  readonly #registries: Registries;
  readonly #caller: Caller;
  readonly #host: string;
  #token: string | undefined;
  readonly #scopes = new Set<string>();

  constructor(registries: Registries, host: string, caller: Caller) {
    this.#registries = registries;
    this.#caller = caller;
    this.#host = host;
    this.server = new RegistryServer(stateOf(registries, host), caller.published, caller.now);
    this.endpoint = this.server.kind.endpoint(host);
  }

  /** The registries as they are after all that was said. */
  registries(): Registries {
    const { state } = this.server;
    return state === this.#registries.hosts.get(this.#host) ? this.#registries : withState(this.#registries, state);
  }

  messages(): readonly RegistryMessage[] {
    return this.wire.messages();
  }

  /** Says something to the registry; `path` from the repository on. */
  ask(time: number, exchange: Omit<Exchange, 'host'>): number {
    return this.wire.say(time, { host: this.endpoint, ...exchange });
  }

  /** Why an action on a repository is refused, if it is. */
  refusal(repository: string, action: Permission): Refusal | undefined {
    const credential = this.#caller.logins.get(this.#host);
    const why = refusalReason(this.server.state, repository, action, credential, this.server.isPublished(repository));
    return why && this.server.kind.denied(why);
  }

  /** Asks for a token that may also read another repository, to mount from it; once for each. */
  widen(time: number, repository: string, from: string): number {
    const { state, kind } = this.server;
    const authentication = kind.authentication(state.host);
    if (isOpen(state) || authentication.scheme !== 'bearer' || this.#scopes.has(from)) return time;
    this.#scopes.add(from);
    const note = `a token for repository:${repository}:pull,push and repository:${from}:pull`;
    return this.wire.say(time, { host: authentication.realm, method: 'POST', path: authentication.path, status: 200, about: 'token', received: tokenBytes, note });
  }

  /** The refusal of the most that is asked for. */
  #refusalOf(repository: string, actions: readonly Permission[]): Refusal | undefined {
    return actions.toReversed().map((action) => this.refusal(repository, action)).find((each) => each !== undefined);
  }

  /** Account for the rate limit: `` without login. */
  who(): string {
    return accountOf(this.server.state, this.#caller.logins.get(this.#host))?.username ?? '';
  }

  /**
   * Is let in for some actions on a repository: the first request is answered 401, a token server or a password is asked, and the
   * request may be made again. Without a refusal at that door, what the token is worth shows at the requests.
   */
  enter(time: number, repository: string, actions: readonly Permission[], first: Omit<Exchange, 'host' | 'status'>): { readonly time: number; readonly refusal?: Refusal } {
    const { state, kind } = this.server;
    if (!isReachable(this.#registries, this.#host)) return { time, refusal: { kind: 'unreachable' } };
    if (isOpen(state) || this.#token !== undefined) return { time };
    const refusal = this.#refusalOf(repository, actions);
    let at = this.ask(time, { ...first, status: 401, note: 'who asks?' });
    const authentication = kind.authentication(state.host);
    const known = this.#caller.logins.has(this.#host);
    if (authentication.scheme !== 'bearer') {
      this.#token = 'basic';
      return refusal?.kind === 'credentials' ? { time: at, refusal } : { time: at };
    }
    const scope = `repository:${repository}:${actions.join(',')}`;
    const failed = refusal?.kind === 'token';
    at = this.wire.say(at, {
      host: authentication.realm,
      method: known ? 'POST' : 'GET',
      path: known ? authentication.path : `${authentication.path}?scope=${encodeURIComponent(scope)}&service=${state.host}`,
      status: failed ? refusal.error.status : 200,
      about: 'token',
      received: failed ? 0 : tokenBytes,
      note: failed ? 'no token' : refusal?.kind === 'scope' ? 'a token that may less than was asked for' : `a token for ${scope}`,
    });
    if (failed) return { time: at, refusal };
    this.#token = sha256(`token ${scope}`);
    return { time: at };
  }
}

/** Whether there is a registry behind a host: one of the well-known kinds, a publisher's, or one that the scene has. */
export function isReachable(registries: Registries, host: string): boolean {
  return registries.hosts.has(host) || kindOf(host).id !== 'published' || repositories.some((repository) => repository.startsWith(`${host}/`));
}

/** A token is about as long. */
const tokenBytes = 2_500;
