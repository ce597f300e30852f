/** `id`, `whoami`, `groups`: who a process runs as. */
import { groupName, groups as allGroups, userName, users } from '../system/accounts.ts';
import type { Process } from '../system/process.ts';
import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

interface Who {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

function memberships(process: Process, name: string, gid: number): number[] {
  return [gid, ...allGroups(process).filter((one) => one.gid !== gid && one.members.includes(name)).map((one) => one.gid)];
}

export const id: Tool = {
  name: 'id',
  run(process, args) {
    const options = readOptions(process, args, 'u user=u g group=g G groups=G n name=n r real=r z');
    if (typeof options === 'number') return options;
    const [name] = options.operands;
    let who: Who = { uid: process.uid, gid: process.gid, groups: [process.gid, ...process.groups.filter((gid) => gid !== process.gid)] };
    if (name !== undefined) {
      const user = users(process).find((one) => one.name === name || String(one.uid) === name);
      if (!user) return process.fail(process.userland === 'gnu' ? `'${name}': no such user` : `unknown user ${name}`);
      who = { uid: user.uid, gid: user.gid, groups: memberships(process, user.name, user.gid) };
    }
    const show = (n: number, named: string | undefined, kind: string) => {
      if (!options.has('n')) {
        process.out(`${n}\n`);
        return 0;
      }
      if (named === undefined) {
        process.fail(process.userland === 'gnu' ? `cannot find name for ${kind} ID ${n}` : `unknown ID ${n}`);
        if (process.userland === 'gnu') process.out(`${n}\n`);
        return 1;
      }
      process.out(`${named}\n`);
      return 0;
    };
    if (options.has('u')) return show(who.uid, userName(process, who.uid), 'user');
    if (options.has('g')) return show(who.gid, groupName(process, who.gid), 'group');
    if (options.has('G')) {
      process.out(`${who.groups.map((gid) => (options.has('n') ? (groupName(process, gid) ?? gid) : gid)).join(' ')}\n`);
      return 0;
    }
    const named = (n: number, text: string | undefined) => (text === undefined ? String(n) : `${n}(${text})`);
    const list = who.groups.map((gid) => named(gid, groupName(process, gid))).join(',');
    const shown = process.userland === 'gnu' || who.groups.length > 1 || name !== undefined || list !== '' ? ` groups=${list}` : '';
    process.out(`uid=${named(who.uid, userName(process, who.uid))} gid=${named(who.gid, groupName(process, who.gid))}${shown}\n`);
    return 0;
  },
};

export const whoami: Tool = {
  name: 'whoami',
  run(process) {
    const name = userName(process, process.uid);
    if (name === undefined) return process.fail(process.userland === 'gnu' ? `cannot find name for user ID ${process.uid}` : `unknown uid ${process.uid}`);
    process.out(`${name}\n`);
    return 0;
  },
};

export const groups: Tool = {
  name: 'groups',
  run(process, args) {
    const user = args[0] === undefined ? undefined : users(process).find((one) => one.name === args[0]);
    if (args[0] !== undefined && !user) return process.fail(`'${args[0]}': no such user`);
    const list = user ? memberships(process, user.name, user.gid) : [process.gid, ...process.groups];
    process.out(`${user && process.userland === 'gnu' ? `${user.name} : ` : ''}${list.map((gid) => groupName(process, gid) ?? gid).join(' ')}\n`);
    return 0;
  },
};
