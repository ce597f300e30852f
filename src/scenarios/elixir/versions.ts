import type { Scenario } from '#engine/workspace/scenario.ts';

const final = `FROM alpine:3.23
RUN apk add --no-cache libstdc++ ncurses-libs
WORKDIR /app
COPY --from=build --chown=nobody:nobody /app/_build/prod/rel/shop ./
USER nobody
CMD ["bin/shop", "start"]
`;

const bad = `FROM elixir:1.20-alpine AS build
WORKDIR /app
ENV MIX_ENV=prod
RUN mix local.hex --force && mix local.rebar --force
COPY mix.exs mix.lock ./
COPY config config
RUN mix deps.get --only prod && mix deps.compile
COPY . .
RUN mix assets.deploy
RUN mix release

${final}`;

const good = `FROM elixir:1.20-alpine AS build
WORKDIR /app
ENV MIX_ENV=prod
RUN mix local.hex --force && mix local.rebar --force
COPY mix.exs mix.lock ./
RUN mix deps.get --only prod
COPY config/config.exs config/prod.exs config/
RUN mix deps.compile && mix assets.setup
COPY lib lib
RUN mix compile
COPY priv priv
COPY assets assets
RUN mix assets.deploy
COPY config/runtime.exs config/
RUN mix release

${final}`;

/** One folder of configuration, and its files where they are read. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Copies all of config with mix.exs: a setting that is only read at run time compiles every dependency.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Copies what compiling reads before it compiles, and runtime.exs last: a release only takes it in.', files: { Dockerfile: { text: good } } },
};
