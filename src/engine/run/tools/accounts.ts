/** Users and groups: `useradd`, `groupadd`, `adduser`, `addgroup`, `usermod`, `deluser`, of Debian and of BusyBox. */
import { groups, users } from '../system/accounts.ts';
import { attempt } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { makeDirectories } from '../system/writing.ts';
import { copyTree } from './copy-tree.ts';
import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

interface NewUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
}

function append(process: Process, path: string, line: string): void {
  const mode = path.endsWith('shadow') ? 0o640 : 0o644;
  const old = attempt(() => process.readFile(path)).value ?? '';
  process.writeFile(path, `${old}${old === '' || old.endsWith('\n') ? '' : '\n'}${line}\n`, mode);
}

function addUser(process: Process, user: NewUser): void {
  append(process, '/etc/passwd', `${user.name}:x:${user.uid}:${user.gid}:${user.comment}:${user.home}:${user.shell}`);
  const days = Math.floor(process.machine.now / 86_400_000);
  if (process.peek('/etc/shadow')) append(process, '/etc/shadow', `${user.name}:!:${days}:0:99999:7:::`);
}

function addGroup(process: Process, name: string, gid: number): void {
  append(process, '/etc/group', `${name}:x:${gid}:`);
  if (process.peek('/etc/gshadow')) append(process, '/etc/gshadow', `${name}:!::`);
}

/** Makes a user a member of groups; the name of one that does not exist. */
function join(process: Process, user: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    if (!groups(process).some((one) => one.name === name || String(one.gid) === name)) return name;
    const text = process.readFile('/etc/group');
    const lines = text.split('\n').map((line) => {
      const [group, password, gid, members = ''] = line.split(':');
      if (group !== name && gid !== name) return line;
      const list = members.split(',').filter((one) => one !== '');
      return [group, password, gid, (list.includes(user) ? list : [...list, user]).join(',')].join(':');
    });
    process.writeFile('/etc/group', lines.join('\n'));
  }
  return undefined;
}

/** The next free number: ordinary ones upwards from 1000, system ones downwards from 999 (BusyBox: upwards from 100). */
function freeNumber(taken: readonly number[], system: boolean, busybox: boolean): number {
  if (system && !busybox) {
    for (let n = 999; n >= 100; n--) if (!taken.includes(n)) return n;
  }
  for (let n = system ? 100 : 1000; ; n++) if (!taken.includes(n)) return n;
}

function makeHome(process: Process, path: string, uid: number, gid: number, mode: number): void {
  if (process.peek(path)) return;
  makeDirectories(process, path, 0o755);
  const home = process.find(path);
  if (process.peek('/etc/skel')?.type === 'dir') {
    for (const name of process.directory('/etc/skel').names()) {
      copyTree(process, `/etc/skel/${name}`, `${path}/${name}`, { recursive: true, preserve: true, follow: 'none', force: false, noClobber: false, verbose: false });
      process.files.chown(process, process.find(`${path}/${name}`, false), uid, gid);
    }
  }
  process.files.chown(process, home, uid, gid);
  process.files.chmod(process, home, mode);
}

function needsRoot(process: Process): number | undefined {
  if (process.uid === 0) return undefined;
  if (process.userland === 'busybox') return process.fail(process.name.startsWith('add') || process.name.startsWith('del') ? '/etc/passwd: Permission denied' : 'Permission denied');
  return process.fail(`Permission denied.\n${process.name}: cannot lock /etc/passwd; try again later.`);
}

function groupNumber(process: Process, text: string): number | undefined {
  return groups(process).find((one) => one.name === text || String(one.gid) === text)?.gid;
}

export const useradd: Tool = {
  name: 'useradd',
  run(process, args) {
    const options = readOptions(process, args, 'r system=r m create-home=m M no-create-home=M d: home-dir=d: home=d: u: uid=u: g: gid=g: G: groups=G: s: shell=s: c: comment=c: N no-user-group=N U user-group=U l no-log-init=l o non-unique=o b: k: p: e: f: K:');
    if (typeof options === 'number') return 2;
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    const name = options.operands[0];
    const { values } = options;
    if (name === undefined) return process.fail('Usage: useradd [options] LOGIN', 2);
    if (!/^[a-z_][a-z0-9_.-]*\$?$/i.test(name)) return process.fail(`invalid user name '${name}': use --badname to ignore`, 3);
    const known = users(process);
    if (known.some((one) => one.name === name)) return process.fail(`user '${name}' already exists`, 9);
    const wanted = values.get('u');
    const uid = wanted === undefined ? freeNumber(known.map((one) => one.uid), options.has('r'), false) : Number(wanted);
    if (!options.has('o') && known.some((one) => one.uid === uid)) return process.fail(`UID ${uid} is not unique`, 4);
    let gid = 100;
    const group = values.get('g');
    if (group !== undefined) {
      const found = groupNumber(process, group);
      if (found === undefined) return process.fail(`group '${group}' does not exist`, 6);
      gid = found;
    } else if (!options.has('N')) {
      if (groups(process).some((one) => one.name === name)) return process.fail(`group ${name} exists - if you want to add this user to that group, use -g.`, 9);
      const taken = groups(process).map((one) => one.gid);
      gid = taken.includes(uid) ? freeNumber(taken, options.has('r'), false) : uid;
      addGroup(process, name, gid);
    }
    const home = values.get('d') ?? `/home/${name}`;
    addUser(process, { name, uid, gid, comment: values.get('c') ?? '', home, shell: values.get('s') ?? '/bin/sh' });
    const missing = join(process, name, (values.get('G') ?? '').split(',').filter((one) => one !== ''));
    if (missing !== undefined) return process.fail(`group '${missing}' does not exist`, 6);
    if (options.has('m')) makeHome(process, home, uid, gid, 0o700);
    process.machine.advance(60);
    return 0;
  },
};

export const groupadd: Tool = {
  name: 'groupadd',
  run(process, args) {
    const options = readOptions(process, args, 'r system=r g: gid=g: f force=f o non-unique=o K: p:');
    if (typeof options === 'number') return 2;
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    const name = options.operands[0];
    if (name === undefined) return process.fail('Usage: groupadd [options] GROUP', 2);
    const known = groups(process);
    if (known.some((one) => one.name === name)) return options.has('f') ? 0 : process.fail(`group '${name}' already exists`, 9);
    const wanted = options.values.get('g');
    const gid = wanted === undefined ? freeNumber(known.map((one) => one.gid), options.has('r'), false) : Number(wanted);
    if (!options.has('o') && known.some((one) => one.gid === gid)) return process.fail(`GID '${gid}' already exists`, 4);
    addGroup(process, name, gid);
    process.machine.advance(30);
    return 0;
  },
};

export const usermod: Tool = {
  name: 'usermod',
  run(process, args) {
    const options = readOptions(process, args, 'a append=a G: groups=G: g: gid=g: u: uid=u: s: shell=s: d: home=d: m l: L U o c: aG=aG:');
    if (typeof options === 'number') return 2;
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    const name = options.operands.at(-1) ?? '';
    const { values } = options;
    if (!users(process).some((one) => one.name === name)) return process.fail(`user '${name}' does not exist`, 6);
    const missing = join(process, name, (values.get('G') ?? '').split(',').filter((one) => one !== ''));
    if (missing !== undefined) return process.fail(`group '${missing}' does not exist`, 6);
    const gid = values.has('g') ? groupNumber(process, values.get('g')!) : undefined;
    const lines = process.readFile('/etc/passwd').split('\n').map((line) => {
      const fields = line.split(':');
      if (fields[0] !== name) return line;
      const [, password, uid, group, comment, home, shell] = fields;
      return [values.get('l') ?? name, password, values.get('u') ?? uid, gid ?? group, values.get('c') ?? comment, values.get('d') ?? home, values.get('s') ?? shell].join(':');
    });
    process.writeFile('/etc/passwd', lines.join('\n'));
    return 0;
  },
};

export const adduser: Tool = {
  name: 'adduser',
  run(process, args) {
    const busybox = process.userland === 'busybox';
    const options = readOptions(process, args, busybox ? 'h: home=h: g: gecos=g: s: shell=s: G: ingroup=G: D disabled-password=D S system=S H no-create-home=H u: uid=u: k:' : 'system=S group=g no-create-home=H disabled-password=D disabled-login=D home=h: shell=s: uid=u: gid=gid: ingroup=G: gecos=gc: comment=gc: quiet=q allow-bad-names=b force-badname=b firstuid=f: lastuid=f:');
    if (typeof options === 'number') return options;
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    const [name, group] = options.operands;
    const { values } = options;
    if (name === undefined) return process.fail('Only one or two names allowed.');
    const existing = users(process).find((one) => one.name === name);
    if (group !== undefined) {
      if (!existing) return process.fail(busybox ? `unknown user ${name}` : `The user \`${name}' does not exist.`);
      const missing = join(process, name, [group]);
      if (missing !== undefined) return process.fail(busybox ? `unknown group ${group}` : `The group \`${group}' does not exist.`);
      if (!busybox) process.out(`Adding user \`${name}' to group \`${group}' ...\nDone.\n`);
      return 0;
    }
    const system = options.has('S');
    if (existing) {
      if (!busybox && system) return 0;
      return process.fail(busybox ? `user '${name}' in use` : `The user \`${name}' already exists.`);
    }
    if (!system && !options.has('D') && busybox) process.out(`Changing password for ${name}\nNew password: \n`);
    const uid = values.has('u') ? Number(values.get('u')) : freeNumber(users(process).map((one) => one.uid), system, busybox);
    const wanted = values.get('G') ?? values.get('gid');
    let gid: number;
    if (wanted !== undefined) {
      const found = groupNumber(process, wanted);
      if (found === undefined) return process.fail(busybox ? `unknown group ${wanted}` : `The group \`${wanted}' does not exist.`);
      gid = found;
    } else if (system && (busybox || !options.has('g'))) gid = 65533;
    else {
      const taken = groups(process).map((one) => one.gid);
      gid = groupNumber(process, name) ?? (taken.includes(uid) ? freeNumber(taken, system, busybox) : uid);
      if (groupNumber(process, name) === undefined) addGroup(process, name, gid);
    }
    if (system && gid === 65533) gid = groupNumber(process, 'nogroup') ?? 65534;
    const noHome = options.has('H');
    const home = values.get('h') ?? (system && !busybox ? '/nonexistent' : `/home/${name}`);
    const shell = values.get('s') ?? (system ? (busybox ? '/sbin/nologin' : '/usr/sbin/nologin') : busybox ? '/bin/sh' : '/bin/bash');
    addUser(process, { name, uid, gid, comment: busybox ? (values.get('g') || name) : (values.get('gc') ?? ''), home, shell });
    if (!noHome && !(system && !busybox && !values.has('h'))) makeHome(process, home, uid, gid, busybox ? 0o755 : 0o700);
    process.machine.advance(60);
    return 0;
  },
};

export const addgroup: Tool = {
  name: 'addgroup',
  run(process, args) {
    const options = readOptions(process, args, 'S system=S g: gid=g: quiet=q');
    if (typeof options === 'number') return options;
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    const busybox = process.userland === 'busybox';
    const [name, group] = options.operands;
    if (name === undefined) return process.fail('Only one or two names allowed.');
    if (group !== undefined) {
      if (!users(process).some((one) => one.name === name)) return process.fail(`unknown user ${name}`);
      return join(process, name, [group]) === undefined ? 0 : process.fail(`unknown group ${group}`);
    }
    const known = groups(process);
    if (known.some((one) => one.name === name)) return process.fail(busybox ? `group '${name}' in use` : `The group \`${name}' already exists.`);
    const wanted = options.values.get('g');
    if (wanted !== undefined && known.some((one) => one.gid === Number(wanted))) return process.fail(busybox ? `gid '${wanted}' in use` : `The GID \`${wanted}' is already in use.`);
    addGroup(process, name, wanted === undefined ? freeNumber(known.map((one) => one.gid), options.has('S'), busybox) : Number(wanted));
    return 0;
  },
};

function removeLine(process: Process, path: string, name: string): boolean {
  const text = attempt(() => process.readFile(path)).value ?? '';
  const lines = text.split('\n');
  const kept = lines.filter((line) => line.split(':')[0] !== name);
  if (kept.length === lines.length) return false;
  process.writeFile(path, kept.join('\n'));
  return true;
}

export const deluser: Tool = {
  name: 'deluser',
  aliases: ['userdel'],
  run(process, args) {
    const name = args.filter((arg) => arg[0] !== '-').at(-1) ?? '';
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    if (!removeLine(process, '/etc/passwd', name)) return process.fail(process.name === 'userdel' ? `user '${name}' does not exist` : `unknown user ${name}`, process.name === 'userdel' ? 6 : 1);
    removeLine(process, '/etc/group', name);
    removeLine(process, '/etc/shadow', name);
    return 0;
  },
};

export const delgroup: Tool = {
  name: 'delgroup',
  aliases: ['groupdel'],
  run(process, args) {
    const name = args.filter((arg) => arg[0] !== '-').at(-1) ?? '';
    const denied = needsRoot(process);
    if (denied !== undefined) return denied;
    return removeLine(process, '/etc/group', name) ? 0 : process.fail(`group '${name}' does not exist`, process.name === 'groupdel' ? 6 : 1);
  },
};
