import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';

function run(files: Record<string, string>, command: string) {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  let root = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', 'composer', 'php'].map(program), ['sh', symlink('dash')]])]])]]);
  for (const [path, text] of Object.entries(files)) root = put(root, `/app/${path}`, file(text));
  const result = exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

const manifest = '{"require":{"a/b":"^1"}}';
const lock = '{"packages":[{"name":"a/b","version":"1.0"}],"packages-dev":[{"name":"c/d","version":"2.0"}]}';

describe('composer', () => {
  it.each([
    ['composer install', { x: '' }, 1, 'could not find a composer.json file in /app'],
    ['composer install', { 'composer.json': '{' }, 1, 'does not contain valid JSON'],
    ['composer install', { 'composer.json': manifest, 'composer.lock': '{"packages":[]}' }, 4, '"a/b" is not present in the lock file'],
    ['composer --version', { x: '' }, 0, 'Composer version 2'],
    ['php nope.php', { x: '' }, 1, 'Could not open input file: nope.php'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(files, command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('installs what the lock file has, without development packages where it is told to', () => {
    const { root } = run({ 'composer.json': manifest, 'composer.lock': lock }, 'composer install --no-dev --no-autoloader');
    expect([get(root, '/app/vendor/a/b') !== undefined, get(root, '/app/vendor/c/d'), get(root, '/app/vendor/autoload.php')]).toEqual([true, undefined, undefined]);
  });
});
