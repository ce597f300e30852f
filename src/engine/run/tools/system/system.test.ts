import { describe, expect, it } from 'vitest';
import { dirOf, described, emptyDir, file, get, put, sizeOf, symlink } from '../../../fs/index.ts';
import type { DirNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';
import type { ExecRequest } from '../../request.ts';
import { apk } from './apk.ts';
import { debianTools } from './debian.ts';
import { systemTools } from './index.ts';

const DAY = 86_400_000;
const programs = ['dash', 'cat', 'ls', 'rm', 'sh', 'printf', ...[apk, ...debianTools, ...systemTools].flatMap((tool) => [tool.name, ...(tool.aliases ?? [])])];

function root(files: Readonly<Record<string, string>> = {}, release = 'VERSION_CODENAME=trixie\n'): DirNode {
  const program = (name: string): [string, Node] => [name, name === 'sh' ? symlink('dash') : described(1000, name, { mode: 0o755 })];
  let made = dirOf([
    ['bin', symlink('usr/bin')],
    ['etc', dirOf([['os-release', file(release)], ['passwd', file('root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n')]])],
    ['root', emptyDir()],
    ['tmp', emptyDir({ mode: 0o1777 })],
    ['usr', dirOf([['bin', dirOf(programs.map(program))]])],
  ]);
  for (const [path, text] of Object.entries(files)) made = put(made, path, file(text));
  return made;
}

function run(from: DirNode, command: string, more: Partial<ExecRequest> = {}) {
  const result = exec({ root: from, mounts: [], args: ['/bin/sh', '-c', command], env: ['PATH=/usr/sbin:/usr/bin:/bin'], cwd: '/', user: '', network: 'default', platform: 'linux/amd64', now: 1_788_253_200_000, origin: 'step', ...more });
  return { ...result, text: result.output.map((line) => line.text).join('') };
}

const clean = { '/etc/apt/apt.conf.d/docker-clean': 'rules\n' };

describe('apt-get', () => {
  it.each<[string, string, string, number]>([
    ['install before update', 'apt-get install -y curl', 'E: Unable to locate package curl\n', 100],
    ['a name of another system', 'apt-get update && apt-get install -y build-base', 'E: Unable to locate package build-base\n', 100],
    ['a version that is not listed', 'apt-get update && apt-get install -y curl=7.0', "E: Version '7.0' for 'curl' was not found\n", 100],
    ['no answer', 'apt-get update && apt-get install curl', 'Do you want to continue? [Y/n] Abort.\n', 1],
    ['a verb that is none', 'apt-get instal curl', 'E: Invalid operation instal\n', 100],
  ])('fails for %s', (_, command, words, exitCode) => {
    const result = run(root(clean), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('fails without root, and without a network', () => {
    expect(run(root(), 'apt-get update', { user: 'app' }).text).toContain('E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\n');
    const listed = run(root(), 'apt-get update').root;
    expect(run(listed, 'apt-get install -y curl', { network: 'none' }).exitCode).toBe(100);
  });

  it('installs fewer packages and bytes without recommended ones', () => {
    const bytes = (more: string) => run(root(clean), `apt-get update && apt-get install -y ${more} git`).notes[1]!.bytes;
    expect(bytes('--no-install-recommends')).toBeLessThan(bytes(''));
  });

  it('knows bookworm from trixie', () => {
    const added = (suite: string) => /(\d+) newly installed/.exec(run(root(clean, `VERSION_CODENAME=${suite}\n`), 'apt-get update && apt-get install -y --no-install-recommends curl').text)![1];
    expect([added('bookworm'), added('trixie')]).toEqual(['16', '23']);
  });

  it('finds its archives gone when the lists are 90 days old, and there again after an update', () => {
    const day0 = run(root(clean), 'apt-get update').root;
    const later = { now: 1_788_253_200_000 + 90 * DAY };
    const stale = run(day0, 'apt-get install -y nginx', later);
    expect(stale.text).toMatch(/E: Failed to fetch http:\/\/deb\.debian\.org\/debian\/pool\/main\/n\/nginx\/nginx_\S+ {2}404 {2}Not Found\n/);
    expect(stale.exitCode).toBe(100);
    expect(run(day0, 'apt-get install -y nginx').exitCode).toBe(0);
    expect(run(day0, 'apt-get update && apt-get install -y nginx', later).exitCode).toBe(0);
  });

  it('keeps archives only where the rule of the image is switched off', () => {
    const archives = (command: string) => sizeOf(get(run(root(clean), `${command}apt-get update && apt-get install -y curl`).root, '/var/cache/apt') ?? emptyDir());
    expect(archives('')).toBe(0);
    expect(archives('rm -f /etc/apt/apt.conf.d/docker-clean && ')).toBeGreaterThan(4_000_000);
  });

  it('says nothing new where it is installed, and takes away what it brought', () => {
    const { root: with_ } = run(root(clean), 'apt-get update && apt-get install -y nodejs && rm -rf /var/lib/apt/lists/*');
    expect(run(with_, 'apt-get install -y nodejs').text).toContain('nodejs is already the newest version (20.19.2+dfsg-1');
    const { root: without } = run(with_, 'apt-get purge -y --auto-remove nodejs');
    expect(get(with_, '/usr/bin/node')).toBeDefined();
    expect(get(without, '/usr/bin/node')).toBeUndefined();
    expect(run(without, 'dpkg -s nodejs').exitCode).toBe(1);
  });
});

describe('apk', () => {
  const alpine = { '/etc/alpine-release': '3.22.1\n', '/etc/apk/repositories': 'https://dl-cdn.alpinelinux.org/alpine/v3.22/main\n', '/etc/apk/world': 'busybox\n', '/lib/apk/db/installed': '' };

  it('takes away what a virtual package brought, and leaves the rest', () => {
    const { root: with_ } = run(root(alpine), 'apk add --no-cache curl && apk add --no-cache --virtual .build-deps gcc musl-dev');
    expect(get(with_, '/usr/bin/gcc')).toBeDefined();
    const { root: without } = run(with_, 'apk del .build-deps');
    expect(get(without, '/usr/bin/gcc')).toBeUndefined();
    expect(get(without, '/usr/bin/curl')).toBeDefined();
    expect(run(without, 'cat /etc/apk/world').text).toBe('busybox\ncurl\n');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a name of another system', alpine, 'apk add --no-cache build-essential'],
    ['no repositories', { ...alpine, '/etc/apk/repositories': '# none\n' }, 'apk add build-essential'],
  ])('cannot select packages: %s', (_, files, command) => {
    const result = run(root(files), command);
    expect(result.text).toContain('ERROR: unable to select packages:\n  build-essential (no such package):\n    required by: world[build-essential]\n');
    expect(result.exitCode).toBe(1);
  });

  it('leaves its indexes unless it is told not to', () => {
    expect(get(run(root(alpine), 'apk add curl').root, '/var/cache/apk')).toBeDefined();
    expect(get(run(root(alpine), 'apk add --no-cache curl').root, '/var/cache/apk')).toBeUndefined();
  });
});

describe('dnf', () => {
  it('installs, leaves its metadata until it is told to clean, and knows its own names', () => {
    expect(get(run(root(), 'microdnf install -y gcc').root, '/var/cache/dnf')).toBeDefined();
    expect(get(run(root(), 'dnf install -y gcc && dnf clean all').root, '/var/cache/dnf')).toBeUndefined();
    expect(run(root(), 'dnf install -y build-essential').text).toContain('Error: Unable to find a match: build-essential\n');
  });
});

describe('nginx -t', () => {
  const settings = { '/etc/nginx/mime.types': 'types {}\n', '/etc/nginx/nginx.conf': 'events {}\nhttp {\n  include mime.types;\n  include conf.d/*.conf;\n}\n', '/etc/nginx/conf.d/site.conf': 'server {\n  listen 80; # plain\n  location ~ "^/a{2}" {\n    return 200 "a;b";\n  }\n}\n' };

  it('is content with settings that are right', () => {
    expect(run(root(settings), 'nginx -t')).toMatchObject({ exitCode: 0, text: 'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n' });
  });

  it.each([
    ['server {\n  lisen 80;\n}\n', 'unknown directive "lisen" in /etc/nginx/conf.d/site.conf:2\n'],
    ['server {\n  listen 80\n}\n', 'unexpected "}" in /etc/nginx/conf.d/site.conf:3\n'],
    ['server {\n  listen 80;\n', 'unexpected end of file, expecting "}" in /etc/nginx/conf.d/site.conf:3\n'],
    ['listen 80;\n', '"listen" directive is not allowed here in /etc/nginx/conf.d/site.conf:1\n'],
    ['server {\n  server_name;\n}\n', 'invalid number of arguments in "server_name" directive in /etc/nginx/conf.d/site.conf:2\n'],
    ['server {\n  ssl_certificate /certs/a.pem;\n}\n', 'cannot load certificate "/certs/a.pem": BIO_new_file() failed'],
    ['server {\n  root /a;\n}}\n', 'unexpected "}" in /etc/nginx/conf.d/site.conf:3\n'],
  ])('says where %j is wrong', (text, words) => {
    const result = run(root({ ...settings, '/etc/nginx/conf.d/site.conf': text }), 'nginx -t');
    expect(result.text).toContain(words);
    expect(result.text).toContain('nginx: configuration file /etc/nginx/nginx.conf test failed\n');
    expect(result.exitCode).toBe(1);
  });
});

describe('small programs', () => {
  it.each<[string, string, number]>([
    ['systemctl start nginx', "System has not been booted with systemd as init system (PID 1). Can't operate.", 1],
    ['dpkg --print-architecture', 'amd64\n', 0],
    ['dpkg -i nope.deb', "dpkg: error: cannot access archive 'nope.deb': No such file or directory\n", 2],
    ['apt-mark hold curl', 'curl set on hold.\n', 0],
    ['update-ca-certificates', '0 added, 0 removed; done.\n', 0],
    ['locale-gen en_US.UTF-8', '  en_US.UTF-8... done\n', 0],
    ['git --version', 'git version', 0],
  ])('%s', (command, words, exitCode) => {
    const result = run(root(), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('put own certificates into the bundle', () => {
    const own = run(root({ '/usr/local/share/ca-certificates/corp.crt': 'PEM\n' }), 'update-ca-certificates');
    expect(own.text).toContain('1 added, 0 removed; done.\n');
    expect(get(own.root, '/etc/ssl/certs/ca-certificates.crt')).not.toEqual(get(run(root(), 'update-ca-certificates').root, '/etc/ssl/certs/ca-certificates.crt'));
  });
});
