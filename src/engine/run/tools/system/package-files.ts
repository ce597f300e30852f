/** What installing a package of a distribution puts into the file system: its commands, and one file for everything else. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';

const COMPILER = ['gcc', 'cc', 'g++', 'c++', 'make', 'ar', 'ld', 'as', 'strip', 'nm', 'ranlib', 'objcopy', 'patch'];

/** Commands of packages that are not called like the package, those that they pull in among them. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'build-base': COMPILER, 'build-essential': [...COMPILER, 'dpkg-buildpackage'], 'bzip2': ['bzip2', 'bunzip2', 'bzcat'], 'ca-certificates': ['update-ca-certificates'], cargo: ['cargo', 'rustc'],
  'default-jdk': ['java', 'javac', 'jar'], 'default-jdk-headless': ['java', 'javac', 'jar'], 'default-jre': ['java'], 'default-jre-headless': ['java'], 'docker-cli': ['docker'], 'docker.io': ['docker'],
  'g++': ['g++', 'c++', 'gcc', 'cc', 'ar', 'ld', 'as', 'strip'], gcc: ['gcc', 'cc', 'ar', 'ld', 'as', 'strip'], 'gcc-c++': ['g++', 'c++', 'gcc', 'cc', 'ld', 'as'], git: ['git'], gnupg: ['gpg'], go: ['go', 'gofmt'], 'golang-go': ['go', 'gofmt'],
  gettext: ['gettext', 'msgfmt', 'envsubst'], 'gettext-base': ['gettext', 'envsubst'], imagemagick: ['convert', 'magick'], iproute2: ['ip', 'ss'], 'iputils-ping': ['ping'], 'libpq-dev': ['pg_config'], locales: ['locale-gen'], 'mariadb-client': ['mysql', 'mariadb'],
  maven: ['mvn', 'java'], 'netcat-openbsd': ['nc'], 'ninja-build': ['ninja'], nodejs: ['node'], npm: ['npm', 'npx', 'node'], 'openjdk-17-jdk': ['java', 'javac', 'jar'], 'openjdk-21-jdk-headless': ['java', 'javac', 'jar'], 'openjdk-17-jre-headless': ['java'],
  'openjdk17-jre': ['java'], 'openjdk21-jre': ['java'], 'openjdk21-jdk': ['java', 'javac', 'jar'], 'openssh-client': ['ssh', 'scp', 'ssh-keyscan', 'ssh-keygen'], 'p7zip-full': ['7z'], pkgconf: ['pkg-config'], 'postgresql-client': ['psql', 'pg_dump'], 'postgresql-dev': ['pg_config'],
  procps: ['ps', 'top', 'free'], 'py3-pip': ['pip', 'pip3', 'python3'], python3: ['python3'], 'python3-dev': ['python3-config', 'python3'], 'python3-full': ['python3'], 'python3-pip': ['pip', 'pip3', 'python3'], 'python3-venv': ['python3'], 'python-is-python3': ['python', 'python3'],
  'redis-tools': ['redis-cli'], 'redis-server': ['redis-server', 'redis-cli'], rust: ['rustc'], 'software-properties-common': ['add-apt-repository'], shadow: ['useradd', 'usermod', 'userdel', 'groupadd', 'groupdel'], sqlite3: ['sqlite3'], sqlite: ['sqlite3'],
  unzip: ['unzip', 'funzip'], vim: ['vim', 'vi'], 'xz-utils': ['xz', 'unxz', 'xzcat'], xz: ['xz', 'unxz', 'xzcat'], yarnpkg: ['yarnpkg'], zip: ['zip', 'zipnote'],
};
const NO_COMMANDS = /^(lib|fonts?-|ttf-|linux-|musl-|texlive|gnupg2$)|-(dev|data|libs|doc|compat|devel|common)$|^(tzdata|icu-libs|coreutils|findutils|gcompat|netbase|apt-transport-https|debconf|dirmngr)$/;
/** Where programs are that are not in `bin`. */
const PLACES: Readonly<Record<string, string>> = { bash: '/bin/bash', 'locale-gen': '/usr/sbin/locale-gen', nginx: '/usr/sbin/nginx', 'su-exec': '/sbin/su-exec', tini: '/sbin/tini', 'update-ca-certificates': '/usr/sbin/update-ca-certificates' };
/** Files that others look for, with their bytes. */
const FILES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'ca-certificates': { '/etc/ssl/certs/ca-certificates.crt': 224_000 },
  tzdata: { '/usr/share/zoneinfo/Europe/Berlin': 2_298, '/usr/share/zoneinfo/UTC': 114 },
};

/** Writes a package of `size` bytes; gives them. */
export function unpackPackage(process: Process, manager: string, name: string, size: number, version = ''): number {
  const commands = commandsOf(name);
  const one = Math.min(150_000, Math.round(size / (commands.length * 4 + 1)));
  let rest = size;
  for (const command of commands) {
    const path = PLACES[command] ?? `/usr/bin/${command}`;
    if (process.peek(path)) continue;
    writeDescribed(process, path, one, sha256(`${manager} ${name} ${version} ${command}`), 0o755);
    rest -= one;
  }
  for (const [path, bytes] of Object.entries(FILES[name] ?? {})) {
    if (process.peek(path)) continue;
    writeDescribed(process, path, bytes, sha256(`${manager} ${name} ${version} ${path}`));
    rest -= bytes;
  }
  writeDescribed(process, `/usr/lib/${name}/${name}.files`, Math.max(0, rest), sha256(`${manager} ${name} ${version} files`));
  if (name === 'nginx') unpackNginx(process);
  return size;
}

/** Takes a package's files away. */
export function removePackage(process: Process, name: string): void {
  if (!process.peek(`/usr/lib/${name}/${name}.files`)) return;
  remove(process, `/usr/lib/${name}`, true, true);
  for (const command of commandsOf(name)) {
    const path = PLACES[command] ?? `/usr/bin/${command}`;
    if (process.peek(path)) remove(process, path, false, true);
  }
}

function commandsOf(name: string): readonly string[] {
  return COMMANDS[name] ?? (NO_COMMANDS.test(name) ? [] : [name]);
}

/** The settings that nginx packages bring. */
function unpackNginx(process: Process): void {
  if (process.peek('/etc/nginx/nginx.conf')) return;
  writeDescribed(process, '/etc/nginx/mime.types', 3_957, 'nginx mime.types');
  writeDescribed(process, '/var/www/html/index.nginx-debian.html', 615, 'nginx welcome');
  for (const dir of ['conf.d', 'sites-available', 'sites-enabled']) makeDirectories(process, `/etc/nginx/${dir}`, 0o755);
  makeDirectories(process, '/var/log/nginx', 0o755);
  process.writeFile('/etc/nginx/sites-available/default', 'server {\n\tlisten 80 default_server;\n\troot /var/www/html;\n}\n');
  process.writeFile('/etc/nginx/nginx.conf', 'user www-data;\nworker_processes auto;\npid /run/nginx.pid;\nevents {\n\tworker_connections 768;\n}\nhttp {\n\tinclude /etc/nginx/mime.types;\n\tinclude /etc/nginx/conf.d/*.conf;\n\tinclude /etc/nginx/sites-enabled/*;\n}\n');
  process.files.symlink(process, '/etc/nginx/sites-available/default', '/etc/nginx/sites-enabled/default');
}
