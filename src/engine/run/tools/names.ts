/** Which family of tools a program belongs to: known before the family is loaded. A test compares the table with the tools themselves. */

const names = {
  accounts: 'addgroup adduser delgroup groupdel deluser userdel groupadd useradd usermod',
  alpine: 'apk',
  archives: 'bzip2 bunzip2 bzcat curl gzip gunzip zcat md5sum sha1sum sha256sum sha512sum tar unzip wget xz unxz xzcat zip zstd unzstd zstdcat',
  debian: 'add-apt-repository apt-cache apt-get apt apt-mark debconf-set-selections dpkg dpkg-query',
  dotnet: 'dotnet',
  elixir: 'elixir iex mix',
  everyday: 'basename cat chgrp chmod chown cp date dirname echo env false groups hostname id install ln ls mkdir mktemp mv nproc printenv printf pwd readlink realpath rm rmdir sleep sync test [ touch true tty uname arch which whoami yes',
  go: 'go protoc',
  java: 'gradle gradlew jar java javac jlink keytool mvn mvnw',
  native: 'ar gcc-ar llvm-ar ccache cmake gcc g++ cc c++ clang clang++ ld ld.bfd ld.gold lld mold make gmake ninja samu ninja-build pkg-config pkgconf ranlib strip llvm-strip',
  node: 'bun bunx webpack react-scripts vue-cli-service ng parcel astro nuxt nest svelte-kit tsup swc rollup esbuild eslint prettier biome stylelint vitest jest mocha ava playwright cypress vue-tsc svelte-check corepack next node nodejs npm npx pnpm pnpx tsc vite yarn yarnpkg',
  php: 'composer docker-php-ext-configure docker-php-ext-enable docker-php-ext-install docker-php-source pecl php',
  python: 'pip pip3 pip3.11 pip3.12 pip3.13 pip3.14 poetry python3 python python3.11 python3.12 python3.13 python3.14 uv uvx',
  ruby: 'bootsnap bundle bundler gem rails rake ruby',
  rust: 'cargo rustc rustup',
  system: 'dnf microdnf yum dnf5 dnf-3 git gpg hugo ldconfig locale-gen nginx service invoke-rc.d systemctl update-ca-certificates',
  text: 'awk gawk mawk base64 cmp cut dd diff du expr find fold grep egrep fgrep head mkfifo nl od paste rev sed seq sort stat tac tail tee tr truncate uniq wc xargs',
} as const;

export type Family = keyof typeof names;

const byName = new Map(Object.entries(names).flatMap(([family, list]) => list.split(' ').map((name) => [name, family as Family] as const)));

/** The family of a program by its name, `pip3.13`; undefined for one that is not simulated. */
export const familyOf = (name: string): Family | undefined => byName.get(name);
