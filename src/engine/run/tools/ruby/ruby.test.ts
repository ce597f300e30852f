import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';

function run(files: Record<string, string>, command: string, compiler = true) {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  let root = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', 'bundle', 'rails', ...(compiler ? ['make'] : [])].map(program), ['sh', symlink('dash')]])]])]]);
  for (const [path, text] of Object.entries(files)) root = put(root, `/app/${path}`, file(text));
  const result = exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

const app = { Gemfile: "gem 'pg'\n", 'Gemfile.lock': 'GEM\n  specs:\n    pg (1.5.6)\n' };

describe('Ruby tools', () => {
  it.each([
    ['bundle install', { x: '' }, 10, 'Could not locate Gemfile'],
    ['BUNDLE_DEPLOYMENT=1 bundle install', { Gemfile: '' }, 16, 'requires a lockfile'],
    ['RAILS_ENV=production rails assets:precompile', { x: '' }, 1, 'Missing `secret_key_base`'],
    ['RAILS_ENV=production SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile', app, 0, ''],
    ['bundle --version', { x: '' }, 0, 'Bundler version'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(files, command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('compiles native gems only where there is a compiler', () => {
    expect(run(app, 'bundle install', false).exitCode).toBe(5);
    const installed = run(app, 'bundle install');
    expect(get(installed.root, '/usr/local/bundle/gems/pg-1.5.6')).toBeDefined();
  });
});
