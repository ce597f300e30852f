import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { exec } from '../../exec.ts';
import { syntaxError } from './syntax.ts';

const mixExs = (version = '0.1.0') => `defmodule Shop.MixProject do
  use Mix.Project

  def project do
    [app: :shop, version: "${version}", elixir: "~> 1.18", aliases: aliases(), deps: deps()]
  end

  # Only what the shop needs.
  defp deps do
    [
      {:phoenix, "~> 1.8.1"},
      {:telemetry, "~> 1.3"},
      {:esbuild, "~> 0.10", runtime: Mix.env() == :dev},
      {:credo, "~> 1.7", only: [:dev, :test], runtime: false}
    ]
  end

  defp aliases do
    [
      "assets.setup": ["esbuild.install --if-missing"],
      "assets.deploy": ["esbuild shop --minify", "phx.digest"]
    ]
  end
end
`;
const mixLock = `%{
  "credo": {:hex, :credo, "1.7.12", "aa", [:mix], [{:bunt, "~> 1.0", [hex: :bunt, repo: "hexpm", optional: false]}], "hexpm", "ab"},
  "bunt": {:hex, :bunt, "1.0.0", "aa", [:mix], [], "hexpm", "ab"},
  "esbuild": {:hex, :esbuild, "0.10.0", "aa", [:mix], [], "hexpm", "ab"},
  "phoenix": {:hex, :phoenix, "1.8.1", "aa", [:mix], [{:plug, "~> 1.14", [hex: :plug, repo: "hexpm", optional: false]}, {:jason, "~> 1.0", [hex: :jason, repo: "hexpm", optional: true]}], "hexpm", "ab"},
  "plug": {:hex, :plug, "1.18.1", "aa", [:mix], [], "hexpm", "ab"},
  "telemetry": {:hex, :telemetry, "1.3.0", "aa", [:rebar3], [], "hexpm", "ab"},
}
`;
const app: Readonly<Record<string, string>> = {
  'mix.exs': mixExs(),
  'mix.lock': mixLock,
  'config/config.exs': 'import Config\nconfig :shop, name: "Shop"\nconfig :phoenix, :json_library, JSON\nconfig :esbuild, version: "0.25.4",\n  shop: [args: ~w(js/app.js --bundle)]\nimport_config "#{config_env()}.exs"\n',
  'config/prod.exs': 'import Config\nconfig :logger, level: :info\n',
  'config/runtime.exs': 'import Config\n',
  'lib/shop.ex': 'defmodule Shop do\n  def open?, do: true\nend\n',
  'assets/js/app.js': 'console.log(1)\n',
};

function root(files: Readonly<Record<string, string>>): DirNode {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  let made = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', 'mix', 'elixir', 'rm', 'sed'].map(program), ['sh', symlink('dash')]])]])]]);
  made = put(made, '/app', emptyDir());
  for (const [path, text] of Object.entries(files)) made = put(made, `/app/${path}`, file(text));
  return made;
}

function run(tree: DirNode, command: string, network: 'default' | 'none' = 'default') {
  const result = exec({ root: tree, mounts: [], args: ['/bin/sh', '-c', command], env: ['MIX_ENV=prod'], cwd: '/app', user: '', network, platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

const tools = 'mix local.hex --force && mix local.rebar --force';
const ready = `${tools} && mix deps.get --only prod`;
const seedOf = (tree: DirNode, path: string) => {
  const node = get(tree, `/app/${path}`);
  return node?.type === 'file' && node.content.kind === 'described' ? node.content.seed : undefined;
};

describe('mix', () => {
  const without = (...names: string[]) => Object.fromEntries(Object.entries(app).filter(([name]) => !names.includes(name)));
  it.each([
    ['mix --version', {}, 0, 'Mix 1.20.1'],
    ['elixir --version', {}, 0, 'Elixir 1.20.1'],
    ['mix deps.get', {}, 1, 'Could not find a Mix.Project'],
    ['mix deps.get', { 'mix.exs': 'IO.puts(1)\n' }, 1, 'Could not find a Mix.Project'],
    ['mix nonsense', app, 1, 'The task "nonsense" could not be found'],
    ['mix deps.get', app, 1, 'Could not find an SCM for dependency :phoenix from Shop.MixProject'],
    [`${tools} && mix deps.get`, { ...app, 'mix.exs': mixExs().replace(/end\n$/, '') }, 1, 'missing terminator: end'],
    [`${tools} && mix deps.get`, { ...app, 'mix.lock': `<<<<<<< HEAD\n${mixLock}` }, 1, 'mix.lock contains merge conflicts'],
    [`${tools} && mix deps.get --check-locked`, without('mix.lock'), 1, 'mix.lock is out of date'],
    [`${tools} && mix compile`, app, 1, 'the dependency is not available, run "mix deps.get"'],
    [`${ready} && sed -i s/1.18.1/1.19.0/ mix.lock && mix compile`, app, 1, 'lock mismatch'],
    ['mix local.hex --force && mix deps.get && mix deps.compile', app, 1, 'Could not find "rebar3"'],
    [ready, without('config/prod.exs'), 1, 'could not read file "/app/config/prod.exs"'],
    [`${ready} && mix compile`, { ...app, 'lib/shop.ex': 'defmodule Shop do\n' }, 1, 'Compilation error in file lib/shop.ex'],
    [`${ready} && mix assets.deploy`, app, 0, 'Check your digested files'],
    [`${ready} && mix esbuild admin`, app, 1, 'unknown esbuild profile'],
    [`${ready} && mix release other`, app, 1, 'Unknown release :other'],
    [`mix do local.hex --force + local.rebar --force + deps.get + compile`, app, 0, 'Generated shop app'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(root(files), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('fetches what an environment needs, with what that needs, and nothing else', () => {
    const { root: made, text } = run(root(app), ready);
    const there = ['phoenix', 'plug', 'telemetry', 'esbuild', 'credo', 'bunt', 'jason'].filter((name) => get(made, `/app/deps/${name}`));
    expect([text.match(/Getting/g)?.length, there]).toEqual([4, ['phoenix', 'plug', 'telemetry', 'esbuild']]);
  });

  it('fetches nothing twice, and needs no network for what Hex has kept', () => {
    const once = run(root(app), ready);
    expect(run(once.root, 'mix deps.get --only prod', 'none').text).toBe('All dependencies are up to date\n');
    expect(run(once.root, 'rm -r deps; mix deps.get --only prod', 'none').exitCode).toBe(0);
    expect(run(once.root, 'rm -r deps /root/.hex; mix deps.get --only prod', 'none').text).toContain('no cached copy available');
  });

  it('writes a lock file where there is none', () => {
    const { root: made } = run(root(without('mix.lock')), ready);
    expect(run(made, 'sed -n /phoenix/p mix.lock').text).toContain('"phoenix": {:hex, :phoenix, "1.8.1"');
  });

  it('compiles a dependency again only where its own configuration is another', () => {
    const once = run(root(app), `${ready} && mix deps.compile`);
    expect(run(once.root, 'mix deps.compile').text).toBe('');
    expect(run(once.root, "sed -i 's/JSON/Jason/' config/config.exs && mix deps.compile").text).toMatch(/^==> phoenix\n[^]*Generated phoenix app\n$/);
    expect(run(once.root, "sed -i 's/Shop/Store/' config/config.exs && mix deps.compile").text).toBe('');
  });

  it('compiles the project again for its sources and its configuration, not for comments in it or for runtime.exs', () => {
    const once = run(root(app), `${ready} && mix compile`);
    const again = (edit: string) => run(once.root, `${edit} && mix compile`).text;
    expect([again('true'), again("sed -i '1a # why' config/config.exs"), again("sed -i '1a x = 1' config/runtime.exs")]).toEqual(['', '', '']);
    expect(again("sed -i 's/true/false/' lib/shop.ex")).toContain('Compiling 1 file (.ex)');
    expect(again("sed -i 's/\"Shop\"/\"Store\"/' config/config.exs")).toContain('Generated shop app');
  });

  it('makes a release of the same code from the same inputs, which runtime.exs only is laid into', () => {
    const line = `${ready} && mix release`;
    const [one, two] = [run(root(app), line), run(root({ ...app, 'config/runtime.exs': 'import Config\nconfig :shop, port: 80\n' }), line)];
    const code = '_build/prod/rel/shop/lib/shop-0.1.0/ebin/shop.beams';
    expect(seedOf(one.root, code)).toBeDefined();
    expect(seedOf(two.root, code)).toBe(seedOf(one.root, code));
    const runtime = get(two.root, '/app/_build/prod/rel/shop/releases/0.1.0/runtime.exs');
    expect(runtime).toMatchObject({ type: 'file' });
    expect(get(one.root, '/app/_build/prod/rel/shop/lib/esbuild-0.10.0')).toBeUndefined();
    expect(run(one.root, 'mix release').text).toContain('already exists');
  });
});

describe('the delimiters of Elixir', () => {
  it.each([
    ['def a, do: :end', undefined],
    ['x = "#{f("end")} do"', undefined],
    ["a = ?( # do [", undefined],
    ['~H"""\n<p>{do\n"""', undefined],
    ['if a? do fn -> x.end end end', undefined],
    ['if a do', 'missing terminator: end'],
    ['[1, 2', 'missing terminator: ]'],
    ['f(a]', 'unexpected token: ]'],
    ['end', 'unexpected reserved word: end'],
  ])('%j: %j', (text, words) => {
    const error = syntaxError(text, 'mix.exs');
    if (words === undefined) expect(error).toBeUndefined();
    else expect(error).toContain(words);
  });
});
