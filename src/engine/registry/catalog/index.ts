/** Base images, one file each. */
import { alpine } from './alpine.ts';
import { amazonLinux } from './amazonlinux.ts';
import { bash } from './bash.ts';
import { buildpackDeps } from './buildpack-deps.ts';
import { bun } from './bun.ts';
import { busybox } from './busybox.ts';
import { caddy } from './caddy.ts';
import type { CatalogImage } from './catalog-image.ts';
import { chainguardGo } from './chainguard-go.ts';
import { chainguardNode } from './chainguard-node.ts';
import { chainguardPython } from './chainguard-python.ts';
import { chainguardStatic } from './chainguard-static.ts';
import { composer } from './composer.ts';
import { debian } from './debian.ts';
import { deno } from './deno.ts';
import { distrolessBase } from './distroless-base.ts';
import { distrolessBaseDebian12 } from './distroless-base-debian12.ts';
import { distrolessCc } from './distroless-cc.ts';
import { distrolessCcDebian12 } from './distroless-cc-debian12.ts';
import { distrolessJava17 } from './distroless-java17.ts';
import { distrolessJava21 } from './distroless-java21.ts';
import { distrolessNodejs22 } from './distroless-nodejs22.ts';
import { distrolessNodejs24 } from './distroless-nodejs24.ts';
import { distrolessPython3 } from './distroless-python3.ts';
import { distrolessStatic, distrolessStaticDebian12 } from './distroless-static.ts';
import { dockerfileFrontend } from './dockerfile-frontend.ts';
import { dotnetAspnet } from './dotnet-aspnet.ts';
import { dotnetRuntime } from './dotnet-runtime.ts';
import { dotnetRuntimeDeps } from './dotnet-runtime-deps.ts';
import { dotnetSdk } from './dotnet-sdk.ts';
import { eclipseTemurin } from './eclipse-temurin.ts';
import { elixir } from './elixir.ts';
import { erlang } from './erlang.ts';
import { fedora } from './fedora.ts';
import { gcc } from './gcc.ts';
import { golang } from './golang.ts';
import { gradle } from './gradle.ts';
import { haproxy } from './haproxy.ts';
import { helloWorld } from './hello-world.ts';
import { httpd } from './httpd.ts';
import { mariadb } from './mariadb.ts';
import { maven } from './maven.ts';
import { memcached } from './memcached.ts';
import { mongo } from './mongo.ts';
import { mysql } from './mysql.ts';
import { nginx } from './nginx.ts';
import { node } from './node.ts';
import { openjdk } from './openjdk.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { postgres } from './postgres.ts';
import { python } from './python.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { swift } from './swift.ts';
import { traefik } from './traefik.ts';
import { ubuntu } from './ubuntu.ts';
import { uv } from './uv.ts';

export type { CatalogImage, LayerFacts, PlatformFacts, Release } from './catalog-image.ts';

/** All images, by name. */
export const catalog: readonly CatalogImage[] = [
  alpine,
  amazonLinux,
  bash,
  buildpackDeps,
  bun,
  busybox,
  caddy,
  chainguardGo,
  chainguardNode,
  chainguardPython,
  chainguardStatic,
  composer,
  debian,
  deno,
  distrolessBase,
  distrolessBaseDebian12,
  distrolessCc,
  distrolessCcDebian12,
  distrolessJava17,
  distrolessJava21,
  distrolessNodejs22,
  distrolessNodejs24,
  distrolessPython3,
  distrolessStatic,
  distrolessStaticDebian12,
  dockerfileFrontend,
  dotnetAspnet,
  dotnetRuntime,
  dotnetRuntimeDeps,
  dotnetSdk,
  eclipseTemurin,
  elixir,
  erlang,
  fedora,
  gcc,
  golang,
  gradle,
  haproxy,
  helloWorld,
  httpd,
  mariadb,
  maven,
  memcached,
  mongo,
  mysql,
  nginx,
  node,
  openjdk,
  perl,
  php,
  postgres,
  python,
  rabbitmq,
  redis,
  ruby,
  rust,
  swift,
  traefik,
  ubuntu,
  uv,
];
