import { describe, expect, it } from 'vitest';
import { sha256 } from '../../fs/sha256.ts';
import type { ExecOp, FileAction, FileOp, Mount } from '../../graph/op.ts';
import { encodeBase64 } from './base64.ts';
import { dedupePaths } from './cache-map.ts';
import { execCacheMap } from './exec-op.ts';
import { fileCacheMap } from './file-op.ts';
import { localCacheMap } from './source-op.ts';

const copyOf = (change: Partial<NonNullable<FileAction['copy']>> = {}): FileOp => ({
  actions: [{ input: 0, secondaryInput: 1, output: 0, copy: { src: '/src/a.txt', dest: '/app/', mode: -1, timestamp: -1, followSymlink: true, ...change } }],
});
const copyKey = (change?: Partial<NonNullable<FileAction['copy']>>) => fileCacheMap(copyOf(change), 2).digest;

describe('the key of a COPY', () => {
  it('is the digest of the text that BuildKit hashes', () => {
    const action = '{"src":"a.txt","dest":"/app/","mode":-1,"followSymlink":true,"timestamp":-1}';
    expect(copyKey()).toBe(sha256(`{"Type":"buildkit.file.v0","Actions":["${encodeBase64(action)}"]}`));
  });

  it('holds the name of the source but not its folder', () => {
    expect(copyKey({ src: '/elsewhere/a.txt' })).toBe(copyKey());
    expect(copyKey({ src: '/src/b.txt' })).not.toBe(copyKey());
  });

  it.each([{ dest: '/app' }, { mode: 0o755 }, { modeStr: 'u+x' }, { excludePatterns: ['*.md'] }, { owner: { user: { byID: 1 } } }])('holds %o', (change) => {
    expect(copyKey(change)).not.toBe(copyKey());
  });

  it('holds the numbers of inputs only where they are unusual', () => {
    const linked: FileOp = { actions: [{ ...copyOf().actions[0]!, input: -1, secondaryInput: 0 }] };
    expect(fileCacheMap(linked, 1).digest).not.toBe(copyKey());
  });

  it('reads its source by content and what it stands on as a whole', () => {
    const { deps } = fileCacheMap(copyOf(), 2);
    expect(deps[0]).toEqual({ selector: '' });
    expect(deps[1]).toEqual({ selector: sha256('/src/a.txt'), content: [{ path: '/src/a.txt', followLinks: true }], paths: ['/src/a.txt'] });
  });

  it('has no content key where the source is what it stands on', () => {
    const same: FileOp = { actions: [{ ...copyOf().actions[0]!, secondaryInput: 0 }] };
    expect(fileCacheMap(same, 1).deps).toEqual([{ selector: '' }]);
  });

  it('joins its paths in descending order for the selector', () => {
    const [first] = copyOf().actions;
    const two: FileOp = { actions: [{ ...first!, output: -1 }, { ...first!, input: 2, copy: { ...first!.copy!, src: '/src/b.txt' } }] };
    expect(fileCacheMap(two, 2).deps[1]?.selector).toBe(sha256('/src/b.txt\0/src/a.txt'));
  });
});

const root: Mount = { input: 0, dest: '/', output: 0, mountType: 'BIND' };
const runOf = (change: Partial<ExecOp['meta']> = {}, mounts: readonly Mount[] = [root]): ExecOp => ({
  meta: { args: ['/bin/sh', '-c', 'make'], env: ['PATH=/bin'], cwd: '/', ...change },
  mounts,
});
const runKey = (op: ExecOp, inputs = 1) => execCacheMap(op, inputs, 'linux/amd64').digest;

describe('the key of a RUN', () => {
  it('is the digest of the text that BuildKit hashes', () => {
    const text = '{"Type":"buildkit.exec.v0","Exec":{"meta":{"args":["/bin/sh","-c","make"],"env":["PATH=/bin"],"cwd":"/"}},"OS":"linux","Arch":"amd64"}';
    expect(runKey(runOf())).toBe(sha256(text));
  });

  it.each([{ args: ['/bin/sh', '-c', 'make '] }, { env: ['PATH=/bin', 'A=1'] }, { cwd: '/src' }, { user: 'app' }, { hostname: 'h' }])('holds %o', (change) => {
    expect(runKey(runOf(change))).not.toBe(runKey(runOf()));
  });

  it('leaves out proxies and the addresses of hosts', () => {
    expect(runKey(runOf({ proxyEnv: { httpProxy: 'p' } }))).toBe(runKey(runOf()));
    const host = (IP: string) => runKey(runOf({ extraHosts: [{ host: 'db', IP }] }));
    expect(host('10.0.0.1')).toBe(host('10.0.0.2'));
  });

  it('holds the platform', () => {
    expect(execCacheMap(runOf(), 1, 'linux/arm64').digest).not.toBe(runKey(runOf()));
  });

  it('leaves out the id of a cache mount unless it is the target', () => {
    const cache = (ID: string) => runKey(runOf({}, [root, { input: -1, dest: '/cache', output: -1, mountType: 'CACHE', cacheOpt: { ID } }]));
    expect(cache('one')).toBe(cache('two'));
    expect(cache('/cache')).not.toBe(cache('one'));
  });

  it('moves the source of a bind mount into the input, which counts by its content', () => {
    const bind = (selector: string): ExecOp => runOf({}, [root, { input: 1, selector, dest: '/mnt', output: -1, mountType: 'BIND' }]);
    expect(runKey(bind('/a'), 2)).toBe(runKey(bind('/b'), 2));
    const { deps } = execCacheMap(bind('/a'), 2, 'linux/amd64');
    expect(deps[0]).toEqual({ selector: sha256('/') });
    expect(deps[1]).toEqual({ selector: sha256('/a'), content: [{ path: '/a', followLinks: true }], paths: ['/a'] });
  });
});

describe('other keys', () => {
  it('belong to one session for a folder of the client', () => {
    const key = (session: string) => localCacheMap({ identifier: 'local://context' }, session).digest;
    expect(key('1')).toMatch(/^random:[0-9a-f]{64}$/);
    expect(key('1')).not.toBe(key('2'));
  });

  it('drop paths below other paths', () => {
    expect(dedupePaths(['/foobar', '/foo/a', '/foo', '/b'])).toEqual(['/b', '/foo', '/foobar']);
  });
});
