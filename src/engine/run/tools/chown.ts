import { groups, users } from '../system/accounts.ts';
import type { Process } from '../system/process.ts';
import { join } from './copy-tree.ts';
import { readOptions, wrongUse } from './options.ts';
import { quoted, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

/** Numbers of `user[:group]` or, for `chgrp`, of a group; -1 stays. The text of what is unknown otherwise. */
export function parseOwner(process: Process, text: string, groupOnly = false): { uid: number; gid: number } | { unknown: string } {
  const [user = '', group] = groupOnly ? ['', text] : (text.includes(':') || process.userland === 'busybox' ? text : text.replace('.', ':')).split(':');
  const account = users(process).find((one) => one.name === user);
  const uid = user === '' ? -1 : account ? account.uid : /^\d+$/.test(user) ? Number(user) : undefined;
  if (uid === undefined) return { unknown: group === undefined || process.userland === 'gnu' ? text : user };
  if (group === undefined) return { uid, gid: -1 };
  if (group === '') return { uid, gid: account?.gid ?? -1 };
  const known = groups(process).find((one) => one.name === group);
  const gid = known ? known.gid : /^\d+$/.test(group) ? Number(group) : undefined;
  return gid === undefined ? { unknown: process.userland === 'gnu' ? text : group } : { uid, gid };
}

function run(process: Process, args: readonly string[], groupOnly: boolean): number {
  const options = readOptions(process, args, 'R recursive=R h no-dereference=h f silent=f quiet=f v verbose=v c H L P reference=reference: from=from: dereference preserve-root');
  if (typeof options === 'number') return options;
  const operands = [...options.operands];
  const reference = options.values.get('reference');
  const text = reference === undefined ? operands.shift() : '';
  const gnu = process.userland === 'gnu';
  if (text === undefined) return wrongUse(process, 'missing operand');
  if (operands.length === 0) return wrongUse(process, gnu ? `missing operand after ${quoted(process, text)}` : 'missing operand');
  const owner = reference === undefined ? parseOwner(process, text, groupOnly) : process.find(reference);
  if ('unknown' in owner) {
    const kind = groupOnly ? 'group' : gnu ? (users(process).some((one) => one.name === text.split(/[:.]/)[0]) || /^\d*:/.test(text) ? 'group' : 'user') : undefined;
    if (!gnu) return process.fail(text.includes(':') ? text[0] === ':' ? `unknown group ${owner.unknown}` : `unknown user/group ${text}` : `unknown ${groupOnly ? 'group' : 'user'} ${text}`);
    return process.fail(`invalid ${kind}: ${quoted(process, owner.unknown)}`);
  }
  if (gnu && !groupOnly && !text.includes(':') && text.includes('.')) process.fail(`warning: '.' should be ':': ${quoted(process, text)}`);
  let status = 0;
  const change = (path: string, top: boolean) => {
    process.limits.step();
    try {
      const inode = process.find(path, top && !options.has('h'));
      process.files.chown(process, inode, groupOnly ? -1 : owner.uid, owner.gid);
      if (options.has('R') && inode.type === 'dir') for (const name of process.directory(path).names()) change(join(path, name), false);
    } catch (fault) {
      const missing = process.peek(path, false) === undefined;
      if (!options.has('f')) reportFault(process, fault, missing ? `cannot access ${quoted(process, path)}` : `changing ${groupOnly ? 'group' : 'ownership'} of ${quoted(process, path)}`, path);
      status = 1;
    }
  };
  for (const path of operands) change(path, true);
  return status;
}

export const chown: Tool = { name: 'chown', run: (process, args) => run(process, args, false) };
export const chgrp: Tool = { name: 'chgrp', run: (process, args) => run(process, args, true) };
