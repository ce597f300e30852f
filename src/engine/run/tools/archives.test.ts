import { describe, expect, it } from 'vitest';
import { contentSha256, described, file, fromBase64, get, put, type DirNode } from '../../fs/index.ts';
import { resolveImage } from '../../registry/index.ts';
import { exec } from '../exec.ts';

const image = resolveImage('debian:trixie', 'linux/amd64');
const root = 'error' in image ? undefined : image.root;

/** `hello` and a newline, packed by xz and by bzip2. */
const packed = {
  '/w/real.xz': '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAFaGVsbG8KAAAApWCX8ZT2/eAAAR4GwS+kHR+2830BAAAAAARZWg==',
  '/w/real.bz2': 'QlpoOTFBWSZTWcHAgOIAAAFBAAAQAkSgADDNAMNGKZcXckU4UJDBwIDi',
};

function run(command: string) {
  let tree: DirNode = put(root!, '/w/big.xz', described(1_000_000, 'big'));
  for (const name of ['xz', 'bzip2', 'xzcat', 'bzcat', 'wget']) tree = put(tree, `/usr/bin/${name}`, file('\u007fELF', { mode: 0o755 }));
  for (const [path, text] of Object.entries(packed)) tree = put(tree, path, file(fromBase64(text)));
  const result = exec({ root: tree, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/w', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'x' });
  return { ...result, text: result.output.map((line) => line.text).join('') };
}

describe('packers that write to standard output', () => {
  it('unpack what really is packed, and leave the file', () => {
    for (const command of ['xzcat real.xz', 'xz -dc real.xz', 'bzcat real.bz2', 'bzip2 -d --stdout real.bz2']) {
      const { text, root: after, exitCode } = run(command);
      expect([command, text, exitCode]).toEqual([command, 'hello\n', 0]);
      expect(get(after, '/w/real.xz')).toBeDefined();
      expect(get(after, '/w/real')).toBeUndefined();
    }
  });

  it('say where there are no bytes to show', () => {
    for (const command of ['xzcat big.xz', 'xz -c real.bz2']) {
      const { fidelity, root: after } = run(command);
      expect([command, fidelity]).toEqual([command, 'not-simulated']);
      expect(get(after, '/w/big')).toBeUndefined();
    }
  });
});

describe('an archive that stands for a download', () => {
  const unpacked = (command: string) => get(run(command).root, '/w/a.files');
  const bytesOf = (command: string) => {
    const node = unpacked(command);
    return node?.type === 'file' ? contentSha256(node.content) : undefined;
  };

  it('gives the same file however tar is asked to unpack it', () => {
    const first = bytesOf('wget -O a.tar.gz https://example.com/a.tar.gz && tar -xzf a.tar.gz');
    expect(first).toBeDefined();
    expect(bytesOf('wget -qO a.tar.gz https://example.com/a.tar.gz; tar xvzf a.tar.gz')).toBe(first);
  });

  it('gives another file where it is another archive', () => {
    const first = bytesOf('wget -O a.tar.gz https://example.com/a.tar.gz && tar -xzf a.tar.gz');
    expect(bytesOf('wget -O a.tar.gz https://example.com/b.tar.gz && tar -xzf a.tar.gz')).not.toBe(first);
  });
});
