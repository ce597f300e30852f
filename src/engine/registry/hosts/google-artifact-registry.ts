import { inventedSecret, outOfSpace, type RegistryKind } from './kind.ts';

const hostPattern = /^(?:([a-z0-9-]+)-)?docker\.pkg\.dev$/;

/** Google's Artifact Registry: `europe-docker.pkg.dev/<project>/<repository>/<image>`. The repository has to be made first, images in it need not. Its words about a wrong password are modelled. */
export const googleArtifactRegistry: RegistryKind = {
  id: 'google-artifact-registry',
  name: 'Google Artifact Registry',
  serves: (host) => hostPattern.test(host),
  endpoint: (host) => host,
  authentication: (host) => ({ scheme: 'bearer', realm: host, path: '/v2/token' }),
  makesRepositories: true,
  visibility: 'private',
  mounts: true,
  owners: false,
  account: { username: 'oauth2accesstoken', secret: inventedSecret },
  denied: ({ host, repository, action, known }) => {
    const permission = action === 'pull' ? 'downloadArtifacts' : action === 'push' ? 'uploadArtifacts' : 'deleteArtifacts';
    const [project = '', name = ''] = repository.split('/');
    const resource = `"projects/${project}/locations/${hostPattern.exec(host)?.[1] ?? ''}/repositories/${name}" (or it may not exist)`;
    const wanted = `"artifactregistry.repositories.${permission}"`;
    const message = known ? `Permission ${wanted} denied on resource ${resource}` : `Unauthenticated request. Unauthenticated requests do not have permission ${wanted} on resource ${resource}`;
    return { kind: 'token', error: { status: 403, code: 'DENIED', message } };
  },
  loginRefused: (host) => `Get "https://${host}/v2/": unauthorized: authentication failed`,
  unknownRepository: (_, repository) => ({ status: 404, code: 'NAME_UNKNOWN', message: `Repository "${repository.split('/')[1] ?? repository}" not found` }),
  immutable: (_, tag) => ({ status: 400, code: 'FAILED_PRECONDITION', message: `cannot update tag ${tag}. The repository has enabled tag immutability` }),
  full: () => outOfSpace,
};
