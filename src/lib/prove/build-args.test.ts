import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '#engine/graph/plan.ts';
import { buildArgs } from './build-args.ts';

const left = (options: BuildOptions, dockerfile = 'Dockerfile') => buildArgs(options, dockerfile).notes.map(({ values }) => values?.['option']);

describe('the arguments of a proof', () => {
  it.each(['./../../../..', '..', '.', 'foo/../../..', 'foo', '/home', '~', 'C:\\Users', 'C:/Users', '\\\\server\\share', 'local:home', 'local://home', 'oci-layout:///home', 'file:///home', 'input:x', 'target:x', 'git@host:a/b', 'ssh://host/a', 'HTTPS://../..', 'https://', 'docker-image://', 'https://a\n/..', ' https://a', ''])(
    'give a build no context from the disk or with keys: %j',
    (value) => {
      const { args, notes } = buildArgs({ contexts: { home: value } }, 'Dockerfile');
      expect(args).toEqual(['--file=Dockerfile']);
      expect(notes).toEqual([{ id: 'prove.option-left', values: { option: '--build-context home' } }]);
    },
  );

  it('give it images and addresses of the web', () => {
    const contexts = { base: 'docker-image://alpine:3.20', src: 'https://example.com/a.git#main:folder', 'alpine:3.20': 'docker-image://busybox' };
    expect(buildArgs({ contexts }, 'Dockerfile')).toEqual({
      args: ['--file=Dockerfile', '--build-context=base=docker-image://alpine:3.20', '--build-context=src=https://example.com/a.git#main:folder', '--build-context=alpine:3.20=docker-image://busybox'],
      notes: [],
    });
  });

  it('let no name of a context or of a build argument hide another value', () => {
    expect(left({ contexts: { 'home=./..': 'https://a' } })).toEqual(['--build-context home=./..']);
    expect(left({ buildArgs: { '': 'x', 'A=B': 'x' } })).toEqual(['--build-arg ', '--build-arg A=B']);
  });

  it.each(['/etc/passwd', '../Dockerfile', 'a/../../b', 'a/..', './.', 'a//b', '-', '-x', 'https://example.com/Dockerfile', 'C:\\Dockerfile', 'C:Dockerfile', '..\\Dockerfile', '.. /x', 'a\nb', ''])(
    'take no Dockerfile from outside of the context: %j',
    (file) => {
      expect(buildArgs({ file }, 'Dockerfile').args).toEqual([]);
      expect(left({ file })).toEqual([`--file ${file}`]);
      expect(buildArgs({}, file).args).toEqual([]);
    },
  );

  it('take one from a folder of it', () => {
    expect(buildArgs({ file: 'docker/für alle/app.Dockerfile' }, 'Dockerfile')).toEqual({ args: ['--file=docker/für alle/app.Dockerfile'], notes: [] });
  });

  it('give a build no network of the machine, and nothing that nobody decided on', () => {
    const attrs = { 'add-hosts': 'a=10.0.0.1,b=::1', ulimit: 'nofile=10:20', 'shm-size': '64m', 'force-network-mode': 'none' };
    expect(buildArgs({ attrs }, 'Dockerfile')).toEqual({ args: ['--file=Dockerfile', '--add-host=a:10.0.0.1', '--add-host=b:::1', '--ulimit=nofile=10:20', '--shm-size=64m', '--network=none'], notes: [] });
    for (const network of ['host', 'container:x', 'Host', '']) expect(left({ attrs: { 'force-network-mode': network } })).toEqual(['force-network-mode']);
    expect(left({ attrs: { 'add-hosts': 'a=host-gateway', ulimit: 'x', 'shm-size': '-1', 'cgroup-parent': 'system', entitlements: 'security.insecure', 'context:home': 'local:home' } })).toEqual([
      'add-hosts', 'ulimit', 'shm-size', 'cgroup-parent', 'entitlements', 'context:home',
    ]);
  });
});
