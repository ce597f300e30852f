import { describe, expect, it } from 'vitest';
import { parseGitRef } from './git-ref.ts';

describe('a git address', () => {
  it('is told from other addresses and from paths', () => {
    expect(parseGitRef('https://example.com/a.git')).toMatchObject({ remote: 'https://example.com/a.git', location: 'example.com/a.git', ssh: false });
    expect(parseGitRef('git@github.com:moby/buildkit.git#v1')).toMatchObject({ remote: 'git@github.com:moby/buildkit.git', location: 'github.com/moby/buildkit.git', ref: 'v1', ssh: true });
    expect(parseGitRef('ssh://git@host:22/a')).toMatchObject({ location: 'host:22/a', ssh: true });
    for (const text of ['https://example.com/a.tar.gz', './a.git', 'a.git', 'github.com/a/b', 'ftp://a/b.git', '']) expect(parseGitRef(text)).toBeUndefined();
  });

  it('has a branch and a folder behind the hash, or in its query', () => {
    expect(parseGitRef('https://a/b.git#main:docs/../src')).toMatchObject({ ref: 'main', subdir: 'src' });
    expect(parseGitRef('https://a/b.git?branch=main&subdir=docs&checksum=abc&keep-git-dir&submodules=false')).toMatchObject({
      remote: 'https://a/b.git', ref: 'refs/heads/main', subdir: 'docs', checksum: 'abc', keepGitDir: true, submodules: false,
    });
    expect(parseGitRef('https://a/b.git?tag=v1')).toMatchObject({ ref: 'refs/tags/v1' });
  });

  it('is refused in BuildKit’s words', () => {
    const wrong = (query: string) => parseGitRef(`https://a/b.git?${query}`);
    expect(wrong('x=1')).toEqual({ error: 'unexpected query "x"' });
    expect(wrong('ref=')).toEqual({ error: 'query "ref" has no value' });
    expect(wrong('ref=a&ref=b')).toEqual({ error: 'query "ref" has multiple values' });
    expect(wrong('ref=a&tag=b')).toEqual({ error: 'ref conflicts: "a" vs "refs/tags/b"' });
    expect(wrong('tag=a&branch=b')).toEqual({ error: 'branch conflicts with tag' });
    expect(wrong('submodules=x')).toEqual({ error: 'invalid submodules value: "x"' });
    expect(wrong('mtime=now')).toEqual({ error: 'invalid mtime value: "now" (must be "checkout" or "commit")' });
  });
});
