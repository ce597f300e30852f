import { inventedSecret, outOfSpace, type RegistryKind } from './kind.ts';
import { defaultMessages } from '../refusal.ts';

const denied = { status: 401, code: 'DENIED', message: defaultMessages.DENIED!, detailed: true } as const;

/** Docker Hub. A token without the scope is given to everybody, so that a foreign repository and a missing one look alike. Its words about an immutable tag are modelled. */
export const dockerHub: RegistryKind = {
  id: 'docker-hub',
  name: 'Docker Hub',
  serves: (host) => host === 'docker.io',
  endpoint: () => 'registry-1.docker.io',
  authentication: () => ({ scheme: 'bearer', realm: 'auth.docker.io', path: '/token' }),
  makesRepositories: true,
  visibility: 'public',
  mounts: true,
  owners: true,
  account: { username: 'me', secret: inventedSecret },
  anonymousPulls: 100,
  denied: ({ because }) => (because === 'password' ? { kind: 'token', error: { status: 401, code: 'UNAUTHORIZED', message: 'incorrect username or password', old: true } } : { kind: 'scope', error: denied }),
  loginRefused: () => 'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
  unknownRepository: () => denied,
  immutable: (repository, tag) => ({ status: 403, code: 'DENIED', message: `tag ${tag} of repository ${repository.name} is immutable and cannot be overwritten` }),
  full: () => outOfSpace,
};
