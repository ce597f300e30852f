import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { tree } from './files/tree.ts';

/** Composer with PHP, on Alpine. */
export const composer: CatalogImage = {
  repository: 'docker.io/library/composer',
  releases: [
    {
      tags: ['latest', '2', '2.10', '2.10.3'],
      indexDigest: 'sha256:d8f6343d3fae98107426bc49163ccad46ef85aabd4a27d80a74401fab4aba332',
      config: { Env: [standardPath, 'PHPIZE_DEPS=autoconf \t\tdpkg-dev dpkg \t\tfile \t\tg++ \t\tgcc \t\tlibc-dev \t\tmake \t\tpkgconf \t\tre2c', 'PHP_INI_DIR=/usr/local/etc/php', 'PHP_CFLAGS=-fstack-protector-strong -fpic -fpie -O2 -D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64', 'PHP_CPPFLAGS=-fstack-protector-strong -fpic -fpie -O2 -D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64', 'PHP_LDFLAGS=-Wl,-O1 -pie', 'GPG_KEYS=1198C0117593497A5EC5C199286AF1F9897469DC 49D9AF6BC72A80D6691719C8AA23F5BE9C7097D4 D95C03BC702BE9515344AE3374E44BC9067701A5', 'PHP_VERSION=8.5.10', 'PHP_SHA256=6a8bebaa4d5a979a38db29a9373e9851f60c6b11f72172c585947e78f3081957', 'COMPOSER_ALLOW_SUPERUSER=1', 'COMPOSER_HOME=/tmp', 'COMPOSER_VERSION=2.10.3'], Entrypoint: ['/docker-entrypoint.sh'], Cmd: ['composer'], WorkingDir: '/app' },
      unpackedSize: 235_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/bin/composer': 3_200_000, 'usr/local/bin/php': 17_000_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:0baf37e7f495f1c42cee6bdd9cf3e00e9435f193b512529e7c484d66c623773f',
          configDigest: 'sha256:204816b1c5b657cd8fe31ae0bca3daecdd370633c1a3952f6101860003ac8798',
          created: '2026-09-01T21:46:13Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:e8abfc15eb16e089ac0133588fc40e22868d0a07ccb1423d919804826c244bc9', size: 5_947_457, createdBy: 'RUN apk add --no-cache ca-certificates curl openssl tar xz' },
            { digest: 'sha256:bd56ccb5211768a4e9e7ab043b8bb6f6c7b8f784c82338845b7cbf4b960c5c0c', size: 931, createdBy: 'RUN adduser -u 82 -D -S -G www-data www-data' },
            { digest: 'sha256:c61db10a066345ea6e76c588074ce538251b06050b519e3c73fd56021208db4a', size: 215, createdBy: 'RUN [creates PHP_INI_DIR and /var/www/html]' },
            { digest: 'sha256:6a4613157ae3c90a66f322e617856593fda2e67d4f1e5e05696f1e93d7df6d32', size: 14_479_187, createdBy: 'RUN [php 8.5.10 source tarball into /usr/src]' },
            { digest: 'sha256:c2272599fb31695cff110b58d8b4222e7bf2b64b0abc4b4d59f2fa85e28f8cb0', size: 488, createdBy: 'COPY docker-php-source /usr/local/bin/' },
            { digest: 'sha256:3610922f636b31a392b957e7e7981d79bbf81f580b02013b34e4dca07d9c6e3d', size: 22_826_438, createdBy: 'RUN [php 8.5.10 cli compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:23dc07157ef7d1dce21c40c9f43b30a69091e050123f90622d23b8578347cdb2', size: 2_448, createdBy: 'COPY docker-php-ext-* docker-php-entrypoint /usr/local/bin/' },
            { digest: 'sha256:dd58bb537f66a30a752d312bf1d5328e3970e9920f52af34fff4446481dfd221', size: 22_363, createdBy: 'RUN docker-php-ext-enable sodium' },
            { digest: 'sha256:4dc8ae5cf961dc76a2f3ac4c799d76f32ec53afe34b16276a50c09952c5c3063', size: 31_957_584, createdBy: 'RUN [apk add 7zip bash coreutils git make mercurial openssh-client patch subversion tini unzip zip]' },
            { digest: 'sha256:96a258d35ff873f2ecbbc52802b3c615ed94daee67860f7c9541958addec583d', size: 257, createdBy: 'RUN [writes php-cli.ini]' },
            { digest: 'sha256:c2b224c93474b6222e5db7cc1c356eaf33b0a66486b70e47d15bb17baf5c113a', size: 1_083_241, createdBy: 'RUN [extensions bz2 zip; composer 2.10.3 into /usr/bin]' },
            { digest: 'sha256:a747bac1a2637ae25dc98d65afa1fd0d343e529f1145b18c8e6b55b41938f0fe', size: 419, createdBy: 'COPY docker-entrypoint.sh /docker-entrypoint.sh' },
            { digest: 'sha256:e1f5a0519ae078a357e650fb3f19e0f64c14b0b9279f23887f6bfa5c27c55425', size: 93, createdBy: 'WORKDIR /app' },
          ],
        },
      },
    },
  ],
};
