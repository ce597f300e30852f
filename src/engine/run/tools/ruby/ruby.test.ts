import { describe, expect, it } from 'vitest';
import { children, described, dirOf, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { exec } from '../../exec.ts';

function root(files: Record<string, string>, programs: readonly string[] = ['make', 'pg_config']): DirNode {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  let made = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', 'bundle', 'env', 'gem', 'rails', 'rake', 'rm', 'ruby', ...programs].map(program), ['sh', symlink('dash')]])]])]]);
  made = put(made, '/app', emptyDir());
  for (const [path, text] of Object.entries(files)) made = put(made, `/app/${path}`, file(text, { mode: path.startsWith('bin/') ? 0o755 : 0o644 }));
  return made;
}

function run(tree: DirNode, command: string, network: 'default' | 'none' = 'default') {
  const result = exec({ root: tree, mounts: [], args: ['/bin/sh', '-c', command], env: ['RUBY_VERSION=4.0.7', 'GEM_HOME=/usr/local/bundle'], cwd: '/app', user: '', network, platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

const gemfile = "gem 'pg'\ngem 'rails'\ngroup :development, :test do\n  gem 'debug'\nend\n";
const lock = 'GEM\n  specs:\n    debug (1.11.0)\n      irb (>= 1.10)\n    irb (1.15.3)\n    pg (1.5.6)\n    rails (8.1.1)\n      railties (= 8.1.1)\n    railties (8.1.1)\n';
const app = { Gemfile: gemfile, 'Gemfile.lock': lock, Rakefile: 'Rails.application.load_tasks\n', 'bin/rails': '#!/usr/bin/env ruby\nrequire "rails/commands"\n', 'app/assets/a.css': 'a {}\n' };
const secret = 'RAILS_ENV=production SECRET_KEY_BASE_DUMMY=1';

describe('Ruby tools', () => {
  it.each([
    ['ruby -v', {}, 0, 'ruby 4.0.7'],
    ["ruby -e 'puts RUBY_VERSION; puts \"x\"'", {}, 0, '4.0.7\nx\n'],
    ["ruby -e 'exit 3'", {}, 3, ''],
    ['ruby nope.rb', {}, 1, 'No such file or directory -- nope.rb (LoadError)'],
    ['gem --version', {}, 0, '4.0.3'],
    ['gem install', {}, 1, 'specify at least one gem name'],
    ['gem install puma -v 6.4.0 && gem list', {}, 0, 'puma (6.4.0)'],
    ['gem install rake:13.0.0 thor', {}, 0, '2 gems installed'],
    ['bundle install', {}, 10, 'Could not locate Gemfile'],
    ['bundle install', { Gemfile: 'group :test do\n' }, 4, 'There was an error parsing `Gemfile`'],
    ['BUNDLE_DEPLOYMENT=1 bundle install', { Gemfile: '' }, 16, 'requires a lockfile'],
    ['BUNDLE_FROZEN=1 bundle install', { ...app, Gemfile: `${gemfile}gem 'puma'\n` }, 16, 'You have added to the Gemfile:\n* puma\n'],
    ['bundle check', app, 1, ' * pg (1.5.6)'],
    ['bundle exec rails', app, 7, 'Could not find debug-1.11.0 in locally installed gems'],
    ['bin/rails assets:precompile', app, 1, 'Bundler::GemNotFound'],
    ['bundle install && RAILS_ENV=production bin/rails assets:precompile', app, 1, 'Missing `secret_key_base`'],
    [`bundle install && ${secret} bin/rails assets:precompile`, app, 0, ''],
    [`bundle install && ${secret} bundle exec rake assets:precompile`, { ...app, Rakefile: '' }, 0, ''],
    [`${secret} rake assets:precompile`, {}, 1, 'No Rakefile found'],
    [`${secret} rails assets:precompile`, {}, 0, 'rails COMMAND'],
    ['bundle --version', {}, 0, 'Bundler version'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(root(files), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it.each([
    [[], 'install development tools first'],
    [['make'], "Can't find the 'libpq-fe.h header"],
  ])('compiles no native gem with only %j', (programs, words) => {
    for (const [command, code] of [['bundle install', 5], ['gem install pg', 1]] as const) {
      const result = run(root(app, programs), command);
      expect([result.exitCode, result.text.includes(words)]).toEqual([code, true]);
    }
  });

  it.each([
    ['BUNDLE_WITHOUT=development:test bundle install'],
    ["bundle config set --local without 'development test' && bundle install"],
  ])('%s leaves out what only those groups need', (command) => {
    const made = run(root(app), command).root;
    expect(['pg-1.5.6', 'railties-8.1.1', 'debug-1.11.0', 'irb-1.15.3'].map((name) => get(made, `/usr/local/bundle/gems/${name}`) !== undefined)).toEqual([true, true, false, false]);
  });

  it('installs below a path of its own by the interface of Ruby', () => {
    const made = run(root(app), 'BUNDLE_PATH=/gems bundle install').root;
    expect(get(made, '/gems/ruby/4.0.0/gems/pg-1.5.6')).toBeDefined();
    expect(run(made, 'BUNDLE_PATH=/gems bundle exec rails assets:precompile').exitCode).toBe(0);
  });

  it('installs nothing twice, and writes documents only where they are wanted', () => {
    const made = run(root({}), 'gem install rake').root;
    expect(get(made, '/usr/local/bundle/doc/rake-13.3.1')).toBeDefined();
    expect(run(made, 'gem install rake', 'none').exitCode).toBe(0);
    expect(run(made, 'gem install rack', 'none').exitCode).toBe(2);
    expect(get(run(root({}), 'gem install --no-document rake').root, '/usr/local/bundle/doc')).toBeUndefined();
  });

  it('makes the same assets from the same files, whatever else there is', () => {
    const assets = (files: Record<string, string>) => {
      const node = get(run(root({ ...app, ...files }), `bundle install && ${secret} bin/rails assets:precompile`).root, '/app/public/assets');
      return node?.type === 'dir' ? [...children(node)].map(([name]) => name) : [];
    };
    expect(assets({ 'app/models/a.rb': 'class A; end' })).toEqual(assets({}));
    expect(assets({ 'app/assets/a.css': 'b {}' })).not.toEqual(assets({}));
  });
});
