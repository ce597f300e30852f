import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { tree } from './files/tree.ts';

/** Caddy, on Alpine. */
export const caddy: CatalogImage = {
  repository: 'docker.io/library/caddy',
  releases: [
    {
      tags: ['latest', '2', '2.11', '2.11.4', 'alpine', '2-alpine', '2.11-alpine', '2.11.4-alpine'],
      indexDigest: 'sha256:bfbff8b17bbd229b0255dbd33173646339e5afd4b0920f5e0fecbb6ee6d6c4dd',
      config: { ExposedPorts: { '80/tcp': {}, '443/tcp': {}, '443/udp': {}, '2019/tcp': {} }, Env: [standardPath, 'CADDY_VERSION=v2.11.4', 'XDG_CONFIG_HOME=/config', 'XDG_DATA_HOME=/data'], Cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'], WorkingDir: '/srv', Labels: { 'org.opencontainers.image.version': 'v2.11.4', 'org.opencontainers.image.title': 'Caddy', 'org.opencontainers.image.url': 'https://caddyserver.com', 'org.opencontainers.image.vendor': 'Light Code Labs', 'org.opencontainers.image.licenses': 'Apache-2.0' } },
      unpackedSize: 63_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/bin/caddy': 45_000_000, 'etc/caddy/Caddyfile': ':80 {\n\troot * /usr/share/caddy\n\tfile_server\n}\n', 'usr/share/caddy/index.html': '<!DOCTYPE html>\n<title>Caddy works!</title>\n' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:98eb57d882ccd5213d1688764db10c1ca2c58a1ca3a6717a3411ad798f7a423a',
          configDigest: 'sha256:af555904a0961945f16bb323a501457b13a4f7e9bde969b145b97da80b38ecbe',
          created: '2026-06-22T20:09:05Z',
          layers: [
            { digest: 'sha256:e6f31ffc071e5560b82a8685fba8214954e5721e3e49269d00958316edbe89fe', size: 3_844_421, createdBy: 'ADD alpine-minirootfs-3.23.5-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:f8432a27d0751eb996e29e368c282dbfd2d97e5b744ad940ed9a08b6300318af', size: 2_760_570, createdBy: 'RUN apk add --no-cache ca-certificates curl libcap mailcap' },
            { digest: 'sha256:ee31d5a470f0e64a85c28c82ad55a5bd6b5359db59197c76b9daba7f36c288e9', size: 7_502, createdBy: 'RUN [creates config and data directories, default Caddyfile and welcome page]' },
            { digest: 'sha256:a0449c657909db1625317d13589fcd22909d657bdc6357101428c90acce4e929', size: 17_294_758, createdBy: 'RUN [caddy 2.11.4 binary into /usr/bin, setcap cap_net_bind_service]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /srv' },
          ],
        },
      },
    },
  ],
};
