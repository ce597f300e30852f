import { inventedSecret, outOfSpace, type RegistryKind } from './kind.ts';
import { defaultMessages } from '../refusal.ts';

/** GitHub's container registry. Its token server refuses strangers outright; a token that lacks a scope is refused at the upload. It has no immutable tags: the words about them are modelled. */
export const ghcr: RegistryKind = {
  id: 'ghcr',
  name: 'GitHub Container Registry',
  serves: (host) => host === 'ghcr.io',
  endpoint: (host) => host,
  authentication: (host) => ({ scheme: 'bearer', realm: host, path: '/token' }),
  makesRepositories: true,
  visibility: 'private',
  mounts: true,
  owners: true,
  account: { username: 'me', secret: inventedSecret },
  denied: ({ action, because, known }) => {
    if (because === 'scope') return { kind: 'registry', error: { status: 403, code: 'DENIED', message: 'permission_denied: The token provided does not match expected scopes.' } };
    if (known && because === 'stranger' && action !== 'pull') return { kind: 'registry', error: { status: 403, code: 'DENIED', message: 'permission_denied: write_package' } };
    return { kind: 'token', error: { status: 403, code: 'DENIED', message: because === 'password' ? 'denied' : defaultMessages.DENIED! } };
  },
  loginRefused: (host) => `Get "https://${host}/v2/": denied: denied`,
  unknownRepository: () => ({ status: 404, code: 'NAME_UNKNOWN', message: 'repository name not known to registry' }),
  immutable: (_, tag) => ({ status: 403, code: 'DENIED', message: `permission_denied: tag ${tag} cannot be overwritten` }),
  full: () => outOfSpace,
};
