import { sha256 } from '#engine/fs/index.ts';
import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** Name, version, what it is built with, what it needs. */
const packages: readonly (readonly [name: string, version: string, tools: string, ...needs: string[]])[] = [
  ['bandit', '1.8.0', ':mix', 'hpax', 'plug', 'telemetry', 'thousand_island', 'websock'],
  ['castore', '1.0.15', ':mix'],
  ['esbuild', '0.10.0', ':mix', 'jason'],
  ['hpax', '1.0.3', ':mix'],
  ['jason', '1.4.4', ':mix'],
  ['mime', '2.0.7', ':mix'],
  ['phoenix', '1.8.1', ':mix', 'castore', 'phoenix_pubsub', 'phoenix_template', 'plug', 'plug_crypto', 'telemetry', 'websock_adapter'],
  ['phoenix_html', '4.3.0', ':mix'],
  ['phoenix_live_view', '1.1.13', ':mix', 'phoenix', 'phoenix_html', 'phoenix_template', 'plug', 'telemetry'],
  ['phoenix_pubsub', '2.2.0', ':mix'],
  ['phoenix_template', '1.0.4', ':mix', 'phoenix_html'],
  ['plug', '1.18.1', ':mix', 'mime', 'plug_crypto', 'telemetry'],
  ['plug_crypto', '2.1.1', ':mix'],
  ['tailwind', '0.4.0', ':mix'],
  ['telemetry', '1.3.0', ':rebar3'],
  ['thousand_island', '1.4.2', ':mix', 'telemetry'],
  ['websock', '0.5.3', ':mix'],
  ['websock_adapter', '0.5.8', ':mix', 'plug', 'websock'],
];

/** The lock file, with that version of the web server. */
export function lock(bandit: string): string {
  const lines = packages.map(([name, listed, tools, ...needs]) => {
    const version = name === 'bandit' ? bandit : listed;
    const hash = (kind: string) => sha256(`${kind} ${name} ${version}`).slice(7);
    const list = needs.map((one) => `{:${one}, ">= 0.0.0", [hex: :${one}, repo: "hexpm", optional: false]}`).join(', ');
    return `  "${name}": {:hex, :${name}, "${version}", "${hash('inner')}", [${tools}], [${list}], "hexpm", "${hash('outer')}"},\n`;
  });
  return `%{\n${lines.join('')}}\n`;
}

const mix = `defmodule Shop.MixProject do
  use Mix.Project

  def project do
    [
      app: :shop,
      version: "0.1.0",
      elixir: "~> 1.18",
      start_permanent: Mix.env() == :prod,
      aliases: aliases(),
      deps: deps()
    ]
  end

  def application do
    [mod: {Shop.Application, []}, extra_applications: [:logger, :runtime_tools]]
  end

  defp deps do
    [
      {:phoenix, "~> 1.8.1"},
      {:phoenix_live_view, "~> 1.1"},
      {:bandit, "~> 1.8"},
      {:jason, "~> 1.4"},
      {:esbuild, "~> 0.10", runtime: Mix.env() == :dev},
      {:tailwind, "~> 0.4", runtime: Mix.env() == :dev}
    ]
  end

  defp aliases do
    [
      "assets.setup": ["tailwind.install --if-missing", "esbuild.install --if-missing"],
      "assets.deploy": ["tailwind shop --minify", "esbuild shop --minify", "phx.digest"]
    ]
  end
end
`;

/** What is known when code is compiled; the words that logs leave out are compiled into Phoenix's logger. */
export const config = (hidden: string) => `import Config

config :shop, ShopWeb.Endpoint,
  adapter: Bandit.PhoenixAdapter,
  pubsub_server: Shop.PubSub

config :phoenix,
  json_library: Jason,
  filter_parameters: ["password", "${hidden}"]

config :esbuild,
  version: "0.25.4",
  shop: [
    args: ~w(js/app.js --bundle --target=es2022 --outdir=../priv/static/assets/js),
    cd: Path.expand("../assets", __DIR__)
  ]

config :tailwind,
  version: "4.1.12",
  shop: [
    args: ~w(--input=assets/css/app.css --output=priv/static/assets/css/app.css),
    cd: Path.expand("..", __DIR__)
  ]

import_config "#{config_env()}.exs"
`;

/** What is read when the release starts. */
export const runtime = (port: string) => `import Config

config :shop, ShopWeb.Endpoint,
  url: [host: System.fetch_env!("PHX_HOST")],
  http: [port: ${port}],
  secret_key_base: System.fetch_env!("SECRET_KEY_BASE"),
  server: true
`;

export const cart = (rebate: string) => `defmodule Shop.Cart do
  def total(items) do
    sum = items |> Enum.map(& &1.price) |> Enum.sum()
    sum - ${rebate}
  end
end
`;

export const style = (radius: string) => `@import "tailwindcss" source(none);
@source "../../lib/shop_web";

.card {
  border-radius: ${radius}px;
}
`;

const live = `defmodule ShopWeb.CartLive do
  use Phoenix.LiveView

  def render(assigns) do
    ~H"""
    <ul class="card p-4">
      <li :for={item <- @items} class="font-bold">{item.name}</li>
    </ul>
    """
  end
end
`;

const application = `defmodule Shop.Application do
  use Application

  def start(_type, _args) do
    children = [{Phoenix.PubSub, name: Shop.PubSub}, ShopWeb.Endpoint]
    Supervisor.start_link(children, strategy: :one_for_one, name: Shop.Supervisor)
  end
end
`;

/** The application, without its Dockerfile. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: '.git\n_build\ndeps\nDockerfile\n.dockerignore\n' },
  'assets/css/app.css': { text: style('4') },
  'assets/js/app.js': { text: 'import {Socket} from "phoenix"\nimport {LiveSocket} from "phoenix_live_view"\n\nnew LiveSocket("/live", Socket).connect()\n' },
  'config/config.exs': { text: config('token') },
  'config/prod.exs': { text: 'import Config\n\nconfig :shop, ShopWeb.Endpoint, cache_static_manifest: "priv/static/cache_manifest.json"\nconfig :logger, level: :info\n' },
  'config/runtime.exs': { text: runtime('4000') },
  'lib/shop/application.ex': { text: application },
  'lib/shop/cart.ex': { text: cart('0') },
  'lib/shop_web/cart_live.ex': { text: live },
  'lib/shop_web/endpoint.ex': { text: 'defmodule ShopWeb.Endpoint do\n  use Phoenix.Endpoint, otp_app: :shop\n\n  socket "/live", Phoenix.LiveView.Socket\n  plug Plug.Static, at: "/", from: :shop\nend\n' },
  'mix.exs': { text: mix },
  'mix.lock': { text: lock('1.8.0') },
  'priv/static/favicon.ico': { size: 152 },
  'priv/static/robots.txt': { text: 'User-agent: *\nDisallow: /cart\n' },
  '_build/dev/lib/shop/host.files': { size: 38_000_000 },
  'deps/phoenix/host.files': { size: 24_000_000 },
};
