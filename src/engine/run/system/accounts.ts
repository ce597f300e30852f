/** `/etc/passwd` and `/etc/group` of the image. Lines that are not accounts are passed over. */
import { attempt } from './errno.ts';
import type { Identity, Process } from './process.ts';

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

function records(process: Process, path: string): string[][] {
  const asRoot = process.fork();
  asRoot.uid = 0;
  const { value } = attempt(() => asRoot.readFile(path));
  return (value ?? '').split('\n').map((line) => line.split(':'));
}

export function users(process: Process): User[] {
  return records(process, '/etc/passwd')
    .filter(([name, , uid]) => name !== '' && uid !== undefined && /^\d+$/.test(uid))
    .map(([name = '', , uid, gid = '0', comment = '', home = '', shell = '']) => ({ name, uid: Number(uid), gid: Number(gid), comment, home, shell }));
}

export function groups(process: Process): Group[] {
  return records(process, '/etc/group')
    .filter(([name, , gid]) => name !== '' && gid !== undefined && /^\d+$/.test(gid))
    .map(([name = '', , gid, members = '']) => ({ name, gid: Number(gid), members: members.split(',').filter((member) => member !== '') }));
}

export function userName(process: Process, uid: number): string | undefined {
  return users(process).find((user) => user.uid === uid)?.name;
}

export function groupName(process: Process, gid: number): string | undefined {
  return groups(process).find((group) => group.gid === gid)?.name;
}

/** Home directory of a user by name. */
export function homeOf(process: Process, name: string): string | undefined {
  return users(process).find((user) => user.name === name)?.home;
}

/**
 * `USER` of an image → numbers, as runc and BuildKit `executor/oci` look it up: a name must exist, a number need not.
 * The error is runc's.
 */
export function identify(process: Process, user: string): { readonly identity: Identity; readonly home?: string } | { readonly error: string } {
  const [userPart = '', groupPart] = user.split(':');
  const isNumber = /^\d+$/.test(userPart);
  const all = users(process);
  const account = userPart === '' ? all.find((one) => one.uid === 0) : (all.find((one) => one.name === userPart) ?? (isNumber ? all.find((one) => one.uid === Number(userPart)) : undefined));
  if (!account && !isNumber && userPart !== '') return { error: `unable to find user ${userPart}: no matching entries in passwd file` };
  const uid = account?.uid ?? (isNumber ? Number(userPart) : 0);
  const known = groups(process);
  let gid = account?.gid ?? 0;
  if (groupPart !== undefined && groupPart !== '') {
    const found = known.find((one) => one.name === groupPart);
    if (!found && !/^\d+$/.test(groupPart)) return { error: `unable to find group ${groupPart}: no matching entries in group file` };
    gid = found?.gid ?? Number(groupPart);
  }
  const supplementary = account && groupPart === undefined ? known.filter((one) => one.members.includes(account.name)).map((one) => one.gid) : [];
  return { identity: { uid, gid, groups: supplementary }, ...(account && { home: account.home }) };
}
