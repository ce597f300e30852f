import { inventedSecret, type RegistryKind } from './kind.ts';
import { defaultMessages } from '../refusal.ts';

/** The `registry` image on this machine or in the house: whoever reaches it may do everything, unless the scene gives it accounts (htpasswd). */
export const local: RegistryKind = {
  id: 'local',
  name: 'a registry of its own',
  serves: (host) => /^(?:localhost|127\.0\.0\.1|[a-z0-9.-]+):\d+$/.test(host),
  endpoint: (host) => host,
  authentication: () => ({ scheme: 'basic' }),
  makesRepositories: true,
  visibility: 'public',
  mounts: true,
  owners: false,
  account: { username: 'me', secret: inventedSecret },
  denied: ({ known }) => (known ? { kind: 'registry', error: { status: 401, code: 'UNAUTHORIZED', message: defaultMessages.UNAUTHORIZED!, detailed: true } } : { kind: 'credentials' }),
  loginRefused: (host) => `login attempt to ${host.startsWith('localhost') ? 'http' : 'https'}://${host}/v2/ failed with status: 401 Unauthorized`,
  unknownRepository: (_, repository) => ({ status: 404, code: 'NAME_UNKNOWN', message: `repository name not known to registry: ${repository}` }),
  immutable: (_, tag) => ({ status: 400, code: 'TAG_INVALID', message: `manifest tag ${tag} cannot be overwritten` }),
  full: () => ({ status: 500, code: 'UNKNOWN', message: defaultMessages.UNKNOWN!, detailed: true }),
};
