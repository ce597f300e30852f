/** The simulated registries: the base images they serve, the tags that move while time passes, and what people push and pull. */
export { catalog, type CatalogImage } from './catalog/index.ts';
export { accountsOf, isPublic } from './access.ts';
export type { Credential, Logins } from './credential.ts';
export type { AccountDeclaration, Permission, RegistryDeclaration, RepositoryDeclaration } from './declaration.ts';
export { kindOf, type RegistryKind } from './hosts/index.ts';
export type { RegistryMessage } from './message.ts';
export { pull } from './pull.ts';
export { push } from './push.ts';
export { listTags, readManifest, type QueryError, type RemoteManifest } from './queries.ts';
export { defaultRegistries, emptyRegistries, stateOf, withState, type Registries, type RegistryState, type Repository } from './registries.ts';
export { resolveImage } from './resolve-image.ts';
export { collected, expired, storedBytes, taggedBytes, withoutTag, withoutUntagged } from './retention.ts';
export { resolverAt, type TagMove } from './tag-moves.ts';
export type { Caller, OutputLine, PullRequest, PullResult, PushRequest, PushResult, Transfer } from './transfer.ts';
export { login, type LoginResult } from './login.ts';
export { searchHub, type SearchResult } from './search.ts';
export { compareVersions, explainTag, parseVersion, type SemanticVersion, type TagMeaning } from './semver.ts';
export { createTags, type Created, type CreatedRepository, type CreateRequest } from './create-tags.ts';
