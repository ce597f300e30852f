import { describe, expect, it } from 'vitest';
import { frontendAttributes } from './attributes.ts';
import { ignoresCache, readConfig } from './config.ts';
import { formatIp } from './ip.ts';

function config(attributes: Readonly<Record<string, string>>) {
  return readConfig(new Map(Object.entries(attributes)));
}
function wrong(attributes: Readonly<Record<string, string>>): string {
  const read = config(attributes);
  return 'error' in read ? read.error : 'ok';
}

describe('frontend options', () => {
  it('are what a client makes of build options', () => {
    const attributes = frontendAttributes({
      target: 't', platforms: ['linux/amd64', 'linux/arm64'], buildArgs: { A: '1' }, labels: { l: 'x' }, noCache: ['a', 'b'], pull: true,
      contexts: { c: './dir', i: 'docker-image://alpine' }, sourceDateEpoch: '0', attrs: { hostname: 'h' },
    });
    expect(Object.fromEntries(attributes)).toEqual({
      target: 't', platform: 'linux/amd64,linux/arm64', 'build-arg:A': '1', 'label:l': 'x', 'no-cache': 'a,b', 'image-resolve-mode': 'pull',
      'context:c': 'local:c', 'context:i': 'docker-image://alpine', 'build-arg:SOURCE_DATE_EPOCH': '0', hostname: 'h',
    });
  });

  it('are read with numbers, hosts and limits', () => {
    expect(config({ 'add-hosts': 'A=1.2.3.4,b=::1', ulimit: 'nofile=1:2', 'shm-size': '64', 'force-network-mode': 'host', 'build-arg:BUILDKIT_SANDBOX_HOSTNAME': 'x' })).toMatchObject({
      extraHosts: [{ host: 'a', IP: '1.2.3.4' }, { host: 'b', IP: '::1' }],
      ulimits: [{ Name: 'nofile', Soft: 1, Hard: 2 }],
      shmSize: 64,
      network: 'HOST',
      hostname: 'x',
      multiPlatform: false,
    });
  });

  it('are refused in BuildKit’s words', () => {
    expect(wrong({ platform: 'linux/amd64,x' })).toBe('failed to parse target platform x: "x": unknown operating system or architecture: invalid argument');
    expect(wrong({ 'image-resolve-mode': 'x' })).toBe('invalid image-resolve-mode: x');
    expect(wrong({ 'add-hosts': 'a' })).toBe('failed to parse additional hosts: invalid key-value pair a');
    expect(wrong({ 'add-hosts': 'a=b' })).toBe('failed to parse additional hosts: failed to parse IP b');
    expect(wrong({ 'shm-size': 'x' })).toBe('failed to parse shm size: strconv.ParseInt: parsing "x": invalid syntax');
    expect(wrong({ ulimit: 'x=1' })).toBe('failed to parse ulimit: invalid ulimit type: x');
    expect(wrong({ ulimit: 'cpu=2:1' })).toBe('failed to parse ulimit: ulimit soft limit must be less than or equal to hard limit: 2 > 1');
    expect(wrong({ memory: '0' })).toBe('failed to parse resource limits: invalid memory value: 0: must be > 0');
    expect(wrong({ cpusetcpus: '3-1' })).toBe('failed to parse resource limits: invalid cpusetcpus value: 3-1: invalid cpuset range "3-1"');
    expect(wrong({ 'force-network-mode': 'x' })).toBe('invalid netmode x');
    expect(wrong({ 'multi-platform': 'x' })).toBe('invalid boolean value for multi-platform: x');
    expect(wrong({ platform: 'linux/amd64,linux/arm64', 'multi-platform': 'false' })).toBe('conflicting config: returning multiple target platforms is not allowed');
    expect(wrong({ 'build-arg:BUILDKIT_DOCKERFILE_CHECK': 'x' })).toBe('failed to parse build-arg:BUILDKIT_DOCKERFILE_CHECK: invalid check option "x"');
  });

  it('keep the cache from all stages, or from those named', () => {
    const ignored = (attributes: Readonly<Record<string, string>>, stage: string) => {
      const read = config(attributes);
      return 'error' in read ? undefined : ignoresCache(read, stage);
    };
    expect([ignored({}, 'a'), ignored({ 'no-cache': '' }, 'a'), ignored({ 'no-cache': 'A,b' }, 'a'), ignored({ 'no-cache': 'b' }, 'a')]).toEqual([false, true, true, false]);
  });
});

describe('an IP address', () => {
  it('has one spelling, as in Go', () => {
    expect(['1.2.3.4', '::', '0:0:0:0:0:0:0:1', '2001:DB8::0001:0:0', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '1::2:0:0:3'].map(formatIp)).toEqual(['1.2.3.4', '::', '::1', '2001:db8::1:0:0', '1.2.3.4', '1:2:3:4:5:6:7:8', '1::2:0:0:3']);
    expect(['', '1.2.3', '1.2.3.256', '01.2.3.4', ':::', '1::2::3', '12345::', 'x'].map(formatIp)).toEqual(new Array(8).fill(undefined));
  });
});
