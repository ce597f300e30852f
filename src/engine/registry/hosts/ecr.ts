import { inventedSecret, type RegistryKind } from './kind.ts';

const hostPattern = /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com$/;

/** Amazon's Elastic Container Registry. Repositories have to be made first; passwords are tokens of twelve hours for the user `AWS`. */
export const ecr: RegistryKind = {
  id: 'ecr',
  name: 'Amazon ECR',
  serves: (host) => hostPattern.test(host),
  endpoint: (host) => host,
  authentication: () => ({ scheme: 'basic' }),
  makesRepositories: false,
  visibility: 'private',
  mounts: false,
  owners: false,
  account: { username: 'AWS', secret: inventedSecret },
  denied: ({ host, repository, action, known, because }) => {
    if (!known) return { kind: 'credentials' };
    if (because === 'password') return { kind: 'registry', error: { status: 403, code: 'DENIED', message: 'Your authorization token has expired. Reauthenticate and try again.' } };
    const verb = action === 'pull' ? 'BatchGetImage' : 'InitiateLayerUpload';
    const region = host.split('.')[3] ?? '';
    const resource = `arn:aws:ecr:${region}:${accountOf(host)}:repository/${repository}`;
    const message = `User: arn:aws:iam::${accountOf(host)}:user/me is not authorized to perform: ecr:${verb} on resource: ${resource} because no identity-based policy allows the ecr:${verb} action`;
    return { kind: 'registry', error: { status: 403, code: 'DENIED', message } };
  },
  loginRefused: (host) => `login attempt to https://${host}/v2/ failed with status: 400 Bad Request`,
  unknownRepository: (host, repository) => ({ status: 404, code: 'NAME_UNKNOWN', message: `The repository with name '${repository}' does not exist in the registry with id '${accountOf(host)}'` }),
  immutable: ({ name }, tag) => ({ status: 400, code: 'TAG_INVALID', message: `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.` }),
  full: (host) => ({ status: 403, code: 'DENIED', message: `The storage limit of the registry with id '${accountOf(host)}' has been exceeded` }),
};

/** The twelve digits of the account. */
function accountOf(host: string): string {
  return hostPattern.exec(host)?.[1] ?? '';
}
