import { describe, expect, it } from 'vitest';
import { get, resolvePath, sizeOf, walk } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import type { BaseImage } from '../image/base.ts';
import { chainId } from '../image/chain-id.ts';
import { catalog } from './catalog/index.ts';
import { resolveImage } from './index.ts';

function image(ref: string, platform = 'linux/amd64'): BaseImage {
  const found = resolveImage(ref, platform);
  if ('error' in found) throw new Error(found.error);
  return found;
}

function error(ref: string, platform = 'linux/amd64'): string {
  const found = resolveImage(ref, platform);
  return 'error' in found ? found.error : 'found';
}

function program(root: DirNode, path: string): string | undefined {
  const found = resolvePath(root, path);
  return 'error' in found || found.node?.type !== 'file' || (found.node.mode & 0o111) === 0 ? undefined : found.path;
}

const all = catalog.flatMap(({ repository, releases }) => releases.map((release) => `${repository}:${release.tags[0]}`));

describe('the catalog', () => {
  it.each(all)('%s: has a digest, layers that chain up, and files that add up to its size', (ref) => {
    const found = image(ref);
    const release = catalog.flatMap(({ repository, releases }) => releases.filter(({ tags }) => `${repository}:${tags[0]}` === ref))[0];
    expect(found.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(found.chainId).toBe(chainId(found.layers.map(({ diffId }) => diffId)));
    expect(found.config.rootfs.diff_ids).toEqual(found.layers.map(({ diffId }) => diffId));
    expect(found.config.history?.filter((entry) => !entry.empty_layer)).toHaveLength(found.layers.length);
    expect(sizeOf(found.root)).toBe(release?.unpackedSize);
    expect(found.layers.every(({ size }) => size > 0)).toBe(true);
  });

  it.each(all)('%s: names no tag twice in its repository', (ref) => {
    const repository = ref.slice(0, ref.lastIndexOf(':'));
    const tags = catalog.filter((one) => one.repository === repository).flatMap(({ releases }) => releases.flatMap((release) => release.tags));
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('knows the recorded digest of a tag', () => {
    expect(image('alpine').digest).toBe('sha256:5b02b42e375f7426f8d65c3af331ca05d9878f9989230354504e0b9dfd431f60');
    expect(image('alpine:3.24.2').digest).toBe(image('docker.io/library/alpine:latest').digest);
  });

  it('gives the same image each time, and another for another platform', () => {
    expect(image('golang:1.22')).toBe(image('golang:1.22'));
    expect(image('golang:1.22', 'linux/arm64').manifestDigest).not.toBe(image('golang:1.22').manifestDigest);
    expect(image('golang:1.22', 'linux/arm64').config.architecture).toBe('arm64');
  });

  it('takes tags that follow a publisher’s pattern, and pinned digests, for what they look like', () => {
    expect(image('golang:1.21-alpine').config.config.Env).toContain('GOLANG_VERSION=1.21.0');
    expect(image('node:21-slim').config.config.Env).toContain('NODE_VERSION=21.0.0');
    expect(image('python:3.10').config.config.Env).toContain('PYTHON_VERSION=3.10.0');
    expect(image('postgres:15-alpine').digest).not.toBe(image('postgres:alpine').digest);
    expect(image('nginx:1.25').layers.length).toBeGreaterThan(1);
    expect(image('python:3.11-slim-bookworm').digest).not.toBe(image('python:3.12-slim').digest);
    const pinned = `sha256:${'a'.repeat(64)}` as const;
    expect(image(`alpine:3.22@${pinned}`).digest).toBe(pinned);
  });

  it('says in a registry’s words what is not there', () => {
    expect(error('nosuch')).toBe('docker.io/library/nosuch:latest: not found');
    expect(error('golang:nosuch')).toBe('docker.io/library/golang:nosuch: not found');
    for (const newer of ['golang:1.99', 'alpine:4.0', 'node:99', 'redis:100-alpine', 'postgres:15-nosuch']) expect(error(newer)).toBe(`docker.io/library/${newer}: not found`);
    expect(error('gcr.io/distroless/static', 'windows/amd64')).toBe('no match for platform in manifest: not found');
    expect(error('A B')).toBe('invalid reference format: repository name (library/A B) must be lowercase');
  });
});

describe('files of base images', () => {
  it('have the shells and tools that builds call', () => {
    const debian = image('golang:1.22').root;
    expect(program(debian, '/bin/sh')).toBe('/usr/bin/dash');
    expect(program(debian, '/usr/local/go/bin/go')).toBe('/usr/local/go/bin/go');
    for (const name of ['bash', 'ls', 'apt-get', 'git', 'gcc', 'curl']) expect(program(debian, `/usr/bin/${name}`)).toBe(`/usr/bin/${name}`);
    const alpine = image('node:22-alpine').root;
    expect(program(alpine, '/bin/sh')).toBe('/bin/busybox');
    for (const path of ['/sbin/apk', '/usr/local/bin/node', '/usr/local/bin/npm']) expect(program(alpine, path)).toBeDefined();
    expect(program(image('python:3.12-slim').root, '/usr/local/bin/python')).toBe('/usr/local/bin/python3.12');
  });

  it('leave distroless images without any program', () => {
    const programs = [...walk(image('gcr.io/distroless/static').root)].filter(([, node]) => node.type === 'file' && (node.mode & 0o111) !== 0);
    expect(programs).toEqual([]);
    expect(get(image('gcr.io/distroless/static').root, '/bin/sh')).toBeUndefined();
  });

  it('know their users', () => {
    for (const ref of ['alpine', 'debian:bookworm-slim', 'ubuntu:24.04', 'busybox', 'gcr.io/distroless/static']) expect(get(image(ref).root, '/etc/passwd')?.type).toBe('file');
  });
});
