import { officialPlatforms, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** The Rust toolchain. */
export const rust: CatalogImage = {
  repository: 'docker.io/library/rust',
  releases: [
    {
      tags: ['slim', '1-slim', '1.97-slim', '1.97.1-slim', 'slim-trixie'],
      indexDigest: 'sha256:8e8cf8f7fd54a2d23d5a743b3a03f56e26b6c774276c33fa0595111704ebb15c',
      config: { Env: ['RUSTUP_HOME=/usr/local/rustup', 'CARGO_HOME=/usr/local/cargo', 'PATH=/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'RUST_VERSION=1.97.1'], Cmd: ['bash'], WorkingDir: '/', Labels: { 'org.opencontainers.image.source': 'https://github.com/rust-lang/docker-rust' } },
      unpackedSize: 890_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), { ...programs('usr/local/cargo/bin', 14_000_000, 'cargo rustc rustup rustdoc rustfmt cargo-clippy'), ...programs('usr/bin', 1_000_000, 'gcc cc ld as') }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:fc0648ac2962539be80bd424729a20fd80f7b64bfba7e90bbd642aed6c697c5a',
          configDigest: 'sha256:34dde0b9e0d755792749c0bc6ffecb4cbe2ef342ca2697093a3199a442c37b8c',
          created: '2026-08-05T01:15:09Z',
          layers: [
            { digest: 'sha256:26c307b5e35a59ce911f5fde5b9458120ec8734e831ea2da5649a9ad14abfd3d', size: 29_780_765, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1785715200\'' },
            { digest: 'sha256:0b4d68e10fda543a1894d2b04e57db30c31aa57b422ae0ab719fcd6e35c70f79', size: 293_287_099, createdBy: 'RUN [apt-get install ca-certificates gcc libc6-dev; rustup 1.29.0 minimal profile, toolchain 1.97.1]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:3928ba262c79a46d18a4d1c125b24c089963ba1e1d6b203bd3bc169924e71f04',
          configDigest: 'sha256:00e8e76dfeb7ed06143c3414d24a5928fb618cf99e9b0ff46669b8ddc15b2bfb',
          created: '2026-08-05T01:21:29Z',
          layers: [
            { digest: 'sha256:1b7200988f192e72703c70486d494e2457935ac9b0f031ac09eb115b01a12d45', size: 30_143_609, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'trixie\' \'@1785715200\'' },
            { digest: 'sha256:95399c30555ed14d22da0643930684f3dcfc7e7bf3325d958b8e490131cb9f5d', size: 254_449_423, createdBy: 'RUN [apt-get install ca-certificates gcc libc6-dev; rustup 1.29.0 minimal profile, toolchain 1.97.1]' },
          ],
        },
      },
    },
    {
      tags: ['alpine', '1-alpine', '1.98-alpine', '1.98.0-alpine'],
      indexDigest: 'sha256:a10e64dd139b7387337c7fbe8aca31b959b57b2fd4c8ae20a02cf1d6ea424dce',
      config: { Env: ['RUSTUP_HOME=/usr/local/rustup', 'CARGO_HOME=/usr/local/cargo', 'PATH=/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'RUST_VERSION=1.98.0'], Cmd: ['/bin/sh'], WorkingDir: '/', Labels: { 'org.opencontainers.image.source': 'https://github.com/rust-lang/docker-rust' } },
      unpackedSize: 960_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { ...programs('usr/local/cargo/bin', 14_000_000, 'cargo rustc rustup rustdoc rustfmt cargo-clippy') }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:3ffeca71d0e4fc30f5537f76b7243e87ac99726b6d3d66591dfc5e497078b9fc',
          configDigest: 'sha256:2a9aef5afb605f3f27c71a834973af743221df0c89b4ccbf94d342a46ce49bfd',
          created: '2026-08-20T18:26:05Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:cd774d63073d8bcda6e4cca9de9864ddec684b1b6f6fb9ae80094ae2746f78da', size: 75_079_117, createdBy: 'RUN apk add --no-cache ca-certificates musl-dev gcc' },
            { digest: 'sha256:55df97cdb188687df287e6eb59e790ab8f53ee1b3490552605867e33af729536', size: 270_190_373, createdBy: 'RUN [rustup 1.29.0 minimal profile, toolchain 1.98.0]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:e9c3e7a353207faa103704e704a8f5e11986f9514883cd9507b4dcc8170856be',
          configDigest: 'sha256:d011328782a7bb9f0b611893956a72edfa908d4743e60a97b5ccbb7b7fdf3509',
          created: '2026-08-20T18:24:11Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'ADD alpine-minirootfs-3.24.1-aarch64.tar.gz / # buildkit' },
            { digest: 'sha256:f1817308ca528f4e99ba8fbaa86ab82d6704b509d666ead7c041a5eb2ea69cf9', size: 66_507_118, createdBy: 'RUN apk add --no-cache ca-certificates musl-dev gcc' },
            { digest: 'sha256:20da398150b46e224760a93ac3d849ef6a112b6dfa293ba511ba1b056d060669', size: 277_255_316, createdBy: 'RUN [rustup 1.29.0 minimal profile, toolchain 1.98.0]' },
          ],
        },
      },
    },
    {
      tags: ['latest', '1', '1.98'],
      config: { Env: ['RUSTUP_HOME=/usr/local/rustup', 'CARGO_HOME=/usr/local/cargo', 'PATH=/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'RUST_VERSION=1.98.0'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 1_650_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, { ...programs('usr/local/cargo/bin', 14_000_000, 'cargo rustc rustup rustdoc rustfmt cargo-clippy') }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 600_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
