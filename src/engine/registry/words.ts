/** A refusal in the words that `docker` prints: with the containerd image store those of containerd, else those of distribution's client. */
import { familiarReference, formatReference, type Reference } from '../image/reference.ts';
import type { RegistryMessage } from './message.ts';
import { defaultMessages, type Refusal, type RegistryError } from './refusal.ts';

/** What was tried. */
export interface Attempt {
  readonly action: 'pull' | 'push';
  readonly reference: Reference;
  readonly imageStore: 'containerd' | 'overlay2';
  /** Host of the requests. */
  readonly endpoint: string;
  /** BuildKit and buildx print what containerd's library says; dockerd puts it into words of its own. */
  readonly client?: 'dockerd' | 'buildkit';
  /** The request that was refused, where one was. */
  readonly request?: RegistryMessage;
}

const unauthorised = 'repository does not exist or may require authorization';

/** Without the client's `Error response from daemon: `. */
export function refusalWords(refusal: Refusal, attempt: Attempt): string {
  if (attempt.client === 'buildkit') return libraryWords(refusal, attempt);
  return attempt.imageStore === 'containerd' ? containerdWords(refusal, attempt) : distributionWords(refusal, attempt);
}

/** Plain HTTP to this machine, as docker does. */
function origin(host: string): string {
  return `${/^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? 'http' : 'https'}://${host}`;
}

/** What Go says of a host that no name server knows. */
export function noSuchHost(method: string, url: string): string {
  return `${method} "${url}": dial tcp: lookup ${/^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? ''} on 127.0.0.53:53: no such host`;
}

/** dockerd `daemon/containerd/registry_errors.go` over containerd's resolver and pusher. */
function containerdWords(refusal: Refusal, { action, reference, endpoint }: Attempt): string {
  const resolving = action === 'pull' ? `failed to resolve reference "${formatReference(reference)}": ` : '';
  switch (refusal.kind) {
    case 'scope':
      return action === 'pull' ? pullDenied(reference) : `push access denied, ${unauthorised}: server message: insufficient_scope: authorization failed`;
    case 'unreachable':
      return `${resolving}failed to do request: ${noSuchHost('Head', `${origin(endpoint)}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`)}`;
    case 'credentials':
      return `${resolving}${action} access denied, ${unauthorised}: authorization failed: no basic auth credentials`;
    default: {
      const { code, message, old } = refusal.error;
      if (old) return `${defaultMessages[code] ?? ''} - ${message}`;
      return `error from registry: ${isBare(refusal.error) ? `${spoken(code)}\n${spoken(code)}` : message}`;
    }
  }
}

/** containerd `core/remotes/docker`: what its resolver and pusher return. */
function libraryWords(refusal: Refusal, { action, reference, endpoint, request }: Attempt): string {
  const url = request ? origin(request.host) + request.path : `${origin(endpoint)}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`;
  switch (refusal.kind) {
    case 'unreachable':
      return `failed to do request: ${noSuchHost('Head', url)}`;
    case 'scope':
      return `${action} access denied, ${unauthorised}: server message: insufficient_scope: authorization failed`;
    case 'credentials':
      return `${action} access denied, ${unauthorised}: authorization failed: no basic auth credentials`;
    case 'token': {
      const anonymous = request?.method !== 'POST';
      return `failed to authorize: failed to fetch ${anonymous ? 'anonymous' : 'oauth'} token: ${unexpectedStatus(anonymous ? 'GET' : 'POST', url, refusal.error.status)}`;
    }
    case 'registry': {
      // An answer to HEAD has no body, so the registry's own words are not in it.
      const method = request?.method ?? 'HEAD';
      const { code, message } = refusal.error;
      const words = isBare(refusal.error) ? spoken(code) : `${spoken(code)}: ${message}`;
      return `${unexpectedStatus(method, url, refusal.error.status)}${method === 'HEAD' ? '' : `\n${words}`}`;
    }
  }
}

const statusTexts: Readonly<Record<number, string>> = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 429: 'Too Many Requests', 500: 'Internal Server Error' };

function unexpectedStatus(method: string, url: string, status: number): string {
  return `unexpected status from ${method} request to ${url}: ${status} ${statusTexts[status] ?? ''}`.trimEnd();
}

/** dockerd `daemon/internal/distribution/errors.go`. */
function distributionWords(refusal: Refusal, { action, reference, endpoint }: Attempt): string {
  const head = `Head "${origin(endpoint)}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag ?? 'latest'}": `;
  if (refusal.kind === 'unreachable') return noSuchHost('Get', `${origin(endpoint)}/v2/`);
  if (refusal.kind === 'credentials') return `${action === 'pull' ? head : ''}no basic auth credentials`;
  const { error } = refusal;
  if (error.status >= 500) return `received unexpected HTTP status: ${error.status} Internal Server Error`;
  const words = isBare(error) ? spoken(error.code) : `${spoken(error.code)}: ${error.message}`;
  if (action === 'push') return words;
  if (refusal.kind === 'token') return head + words;
  return error.code === 'DENIED' ? `${pullDenied(reference)}: ${words}` : words;
}

function pullDenied(reference: Reference): string {
  return `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login'`;
}

/** What a reference that leads nowhere is told. */
export function notFoundWords({ reference, imageStore }: Attempt): string {
  const full = formatReference(reference);
  if (imageStore === 'containerd') return `failed to resolve reference "${full}": ${full}: not found`;
  return `manifest for ${familiarReference(reference)} not found: manifest unknown: manifest unknown`;
}

/** The name as people write it, without tag and digest. */
export function familiarName({ domain, path }: Reference): string {
  return familiarReference({ domain, path });
}

/** Clients keep the code alone of an answer that adds nothing to it. */
function isBare({ code, message, detailed }: RegistryError): boolean {
  return detailed !== true && (message === '' || message === defaultMessages[code]);
}

/** `NAME_UNKNOWN` → `name unknown`. */
function spoken(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
