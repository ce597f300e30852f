import { inventedSecret, outOfSpace, type RegistryKind } from './kind.ts';
import { defaultMessages } from '../refusal.ts';

const denied = { status: 403, code: 'DENIED', message: defaultMessages.DENIED! };

/** Hosts that publishers serve their images from (`gcr.io`, `mcr.microsoft.com`, `cgr.dev`): everybody may read, nobody here may write. */
export const published: RegistryKind = {
  id: 'published',
  name: 'a publisher’s registry',
  serves: () => true,
  endpoint: (host) => host,
  authentication: (host) => ({ scheme: 'bearer', realm: host, path: '/v2/token' }),
  makesRepositories: true,
  visibility: 'private',
  mounts: true,
  owners: true,
  account: { username: 'me', secret: inventedSecret },
  denied: ({ because }) => (because === 'password' ? { kind: 'token', error: { status: 401, code: 'UNAUTHORIZED', message: defaultMessages.UNAUTHORIZED! } } : { kind: 'registry', error: denied }),
  loginRefused: (host) => `Get "https://${host}/v2/": unauthorized: authentication required`,
  unknownRepository: () => ({ status: 404, code: 'NAME_UNKNOWN', message: 'repository name not known to registry' }),
  immutable: (_, tag) => ({ status: 403, code: 'DENIED', message: `tag ${tag} cannot be overwritten` }),
  full: () => outOfSpace,
};
