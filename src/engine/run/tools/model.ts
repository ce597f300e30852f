/** What the models of package managers have in common. */
import { sha256 } from '../../fs/index.ts';
import { toText } from '../system/byte-string.ts';
import type { Process } from '../system/process.ts';
import { writeDescribed } from '../system/writing.ts';

/** Bytes a second of an ordinary connection (100 Mbit/s), the basis of all download times. */
const RATE = 12_500_000;
/** Bytes a second that unpacking and installing takes. */
const UNPACK = 60_000_000;

/** Virtual milliseconds to download and unpack. */
export function transferTime(download: number, unpacked = 0): number {
  return Math.round((download / RATE + unpacked / UNPACK) * 1000);
}

/** Lets the time of a modelled command pass and notes where its numbers come from. */
export function modelled(process: Process, tool: string, duration: number, bytes: number, basis: string): void {
  process.machine.advance(duration);
  process.machine.notes.push({ command: toText(process.command), tool, fidelity: 'modelled', duration: Math.round(duration), bytes, basis });
}

/** Notes that nothing of a command was simulated; exit code 0. */
export function notSimulated(process: Process, tool: string, what: string): number {
  process.machine.notes.push({ command: toText(process.command), tool, fidelity: 'not-simulated', duration: 0, bytes: 0, basis: `${what} is not simulated: taken to succeed and to change nothing.` });
  return 0;
}

/** Size that an unknown package gets: `usual`, varied by its name between a third and three times. */
export function varied(name: string, usual: number): number {
  let hash = 7;
  for (const c of name) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  return Math.round(usual * 3 ** ((hash % 2001) / 1000 - 1));
}

/** Commands of packages that are not called like the package. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'build-base': ['gcc', 'cc', 'g++', 'c++', 'make', 'ar', 'ld', 'as', 'strip', 'patch'], 'build-essential': ['gcc', 'cc', 'g++', 'c++', 'make', 'ar', 'ld', 'as', 'strip', 'patch'],
  'ca-certificates': ['update-ca-certificates'], 'default-jdk': ['java', 'javac', 'jar'], 'docker-cli': ['docker'], 'docker.io': ['docker'], 'g++': ['g++', 'c++'], gcc: ['gcc', 'cc', 'ar', 'ld', 'as', 'strip'],
  git: ['git'], gnupg: ['gpg'], go: ['go', 'gofmt'], 'golang-go': ['go', 'gofmt'], imagemagick: ['convert', 'magick'], iproute2: ['ip', 'ss'], 'iputils-ping': ['ping'], 'mariadb-client': ['mysql', 'mariadb'],
  maven: ['mvn'], 'netcat-openbsd': ['nc'], nodejs: ['node'], npm: ['npm', 'npx'], 'openjdk17-jre': ['java'], 'openjdk21-jre': ['java'], 'openssh-client': ['ssh', 'scp', 'ssh-keyscan', 'ssh-keygen'], pkgconf: ['pkg-config'],
  'postgresql-client': ['psql', 'pg_dump'], procps: ['ps', 'top', 'free'], 'py3-pip': ['pip', 'pip3'], python3: ['python3'], 'python3-pip': ['pip', 'pip3'], 'redis-tools': ['redis-cli'], rust: ['rustc'], cargo: ['cargo'],
  shadow: ['useradd', 'usermod', 'userdel', 'groupadd', 'groupdel'], 'sqlite3': ['sqlite3'], sqlite: ['sqlite3'], 'xz-utils': ['xz', 'unxz'], xz: ['xz', 'unxz'],
};
const NO_COMMANDS = /^(lib|fonts?-|ttf-|linux-|musl-)|-(dev|data|libs|doc|compat)$|^(tzdata|locales|icu-libs|coreutils|findutils|gcompat)$/;

/** Writes what a package brings: its commands, and one file that stands for all others. */
export function unpackPackage(process: Process, manager: string, name: string, size: number, prefix = '/usr'): number {
  const commands = COMMANDS[name] ?? (NO_COMMANDS.test(name) ? [] : [name]);
  const one = Math.min(150_000, Math.round(size / (commands.length * 4 + 1)));
  for (const command of commands) {
    const path = command === 'bash' ? '/bin/bash' : command === 'tini' || command === 'su-exec' ? `/sbin/${command}` : `${prefix}/bin/${command}`;
    if (!process.peek(path)) writeDescribed(process, path, one, sha256(`${manager} ${name} ${command}`), 0o755);
  }
  const rest = Math.max(0, size - one * commands.length);
  writeDescribed(process, `${prefix}/lib/${name}/${name}.files`, rest, sha256(`${manager} ${name} files`));
  return size;
}
