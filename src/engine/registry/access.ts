/** Who may do what in a repository. */
import type { Credential } from './credential.ts';
import type { AccountDeclaration, Permission } from './declaration.ts';
import { kindOf, type Denied } from './hosts/index.ts';
import type { RegistryState, Repository } from './registries.ts';

/** Who can log in at a registry: the scene's people, or one that was invented for it. */
export function accountsOf(state: RegistryState): readonly AccountDeclaration[] {
  return state.accounts.length > 0 ? state.accounts : [kindOf(state.host).account];
}

/** The account of a credential; undefined where its password is wrong or nobody has that name. */
export function accountOf(state: RegistryState, credential: Credential | undefined): AccountDeclaration | undefined {
  if (!credential) return undefined;
  const username = credential.username.toLowerCase();
  return accountsOf(state).find((account) => account.username.toLowerCase() === username && account.secret === credential.secret);
}

/** Whether a registry asks nobody who they are: a plain one of one's own. */
export function isOpen(state: RegistryState): boolean {
  return kindOf(state.host).id === 'local' && state.accounts.length === 0;
}

/** Why an access is refused, or undefined. `published`: publishers serve the repository, so that everybody may read it. */
export function refusalReason(state: RegistryState, repository: string, action: Permission, credential: Credential | undefined, published: boolean): Denied | undefined {
  if (isOpen(state)) return undefined;
  const account = accountOf(state, credential);
  const denied = (because: Denied['because']): Denied => ({ host: state.host, repository, action, known: credential !== undefined, because });
  if (credential && !account) return denied('password');
  const found = state.repositories.get(repository);
  if (action === 'pull' && (published || (found && isPublic(state, found)))) return undefined;
  if (!account || published || !isMember(state, account, repository)) return denied('stranger');
  return (account.scopes ?? [action]).includes(action) ? undefined : denied('scope');
}

/** Whether everybody may read a repository. */
export function isPublic(state: RegistryState, repository: Repository): boolean {
  return (repository.visibility ?? kindOf(state.host).visibility) === 'public';
}

function isMember(state: RegistryState, account: AccountDeclaration, repository: string): boolean {
  const first = repository.split('/')[0] ?? '';
  if (kindOf(state.host).owners) return repository.includes('/') && [account.username.toLowerCase(), ...(account.namespaces ?? [])].includes(first);
  return account.namespaces?.some((namespace) => repository === namespace || repository.startsWith(`${namespace}/`)) ?? true;
}
