import { sha256 } from '../../fs/index.ts';
import { inventedSecret, outOfSpace, type RegistryKind } from './kind.ts';

const disallowed = 'The operation is disallowed on this registry, repository or image. View troubleshooting steps at https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation';

/** Azure's registry: nothing in it is immutable by rule, but repositories and tags can be locked. */
export const acr: RegistryKind = {
  id: 'acr',
  name: 'Azure Container Registry',
  serves: (host) => /^[a-z0-9]+\.azurecr\.io$/.test(host),
  endpoint: (host) => host,
  authentication: (host) => ({ scheme: 'bearer', realm: host, path: '/oauth2/token' }),
  makesRepositories: true,
  visibility: 'private',
  mounts: true,
  owners: false,
  account: { username: '00000000-0000-0000-0000-000000000000', secret: inventedSecret },
  denied: ({ host, known, because }) => {
    if (known && because !== 'password') return { kind: 'scope', error: { status: 401, code: 'UNAUTHORIZED', message: authenticationRequired(host) } };
    return { kind: 'token', error: { status: 401, code: 'UNAUTHORIZED', message: authenticationRequired(host) } };
  },
  loginRefused: (host) => `Get "https://${host}/v2/": unauthorized: ${authenticationRequired(host)}`,
  unknownRepository: (_, repository) => ({ status: 404, code: 'NAME_UNKNOWN', message: `repository name not known to registry: ${repository}` }),
  immutable: () => ({ status: 405, code: 'REGISTRY_DISALLOWED_OPERATION', message: disallowed }),
  full: () => outOfSpace,
};

/** With a correlation id that is the same each time. */
function authenticationRequired(host: string): string {
  const hex = sha256(`correlation ${host}`).slice(7);
  const id = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
  return `authentication required, visit https://aka.ms/acr/authorization for more information. CorrelationId: ${id}`;
}
