import { officialPlatforms, standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { nodeFiles } from './files/node.ts';
import { tree } from './files/tree.ts';

const config = (version: string): Release['config'] => ({ Env: [standardPath, `NODE_VERSION=${version}`, 'YARN_VERSION=1.22.22'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['node'], WorkingDir: '/' });
const user = { name: 'node', uid: 1000, home: '/home/node' };
const onDebian = (version: string): Release['root'] => (architecture) => withAccount(tree(debianFiles(debianSystem('bookworm'), architecture), buildTools, developmentPrograms, nodeFiles(version, 'debian')), { ...user, shell: '/bin/bash' });
const onSlim = (version: string): Release['root'] => (architecture) => withAccount(tree(debianFiles(debianSystem('bookworm'), architecture), nodeFiles(version, 'debian')), { ...user, shell: '/bin/bash' });
const onAlpine = (version: string, alpine: string): Release['root'] => (architecture) => withAccount(tree(alpineFiles(alpine, architecture), nodeFiles(version, 'alpine')), { ...user, shell: '/bin/sh' });

/** Node.js with npm and yarn, on Debian with compilers, on slim Debian, and on Alpine. */
export const node: CatalogImage = {
  repository: 'docker.io/library/node',
  releases: [
    {
      tags: ['22-slim', '22-bookworm-slim'],
      indexDigest: 'sha256:48e4b67d85f87bd551df43704e24d252f56cc5f8e9718841aace50f19948f0f9',
      config: config('22.23.2'),
      unpackedSize: 227_340_000,
      root: onSlim('22.23.2'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:43aeff40f4afc22e83f7589a2f37e111cff5ca84529571f1c8415bcc5fcc21b2',
          configDigest: 'sha256:c72861c6705868ed7f08e1cf22ef4f7ba07a82c19a54ba65d931c442d3575889',
          created: '2026-09-19T00:48:56Z',
          layers: [
            { digest: 'sha256:774043ccc8ccd0d0833a9ee0792142ab7ad93df971e59dd248fbf82db16d0150', size: 28_238_443, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\' \'@1789689600\'' },
            { digest: 'sha256:d456d1aa143e47912621240cd8e79286732dc069a35b0e02b03449f60df966df', size: 3_311, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { digest: 'sha256:60f37e2c93ec479af36bf1f7a41277e572d820f3b1abbea47d8073b1f01aa502', size: 49_938_232, createdBy: 'RUN [node.js v22.23.2 binary tarball into /usr/local, keeps libatomic1, purges build tools]' },
            { digest: 'sha256:e53f92c42dd657487b7f7f027b206c996cd3760cda60adda79e44449b2753a29', size: 1_713_012, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { digest: 'sha256:b571db164614a1290b74286b3e4f7ad934430b830515f81e922b39c75cf1dc7e', size: 447, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:f71fb9ca71b1b47d4d1a009af78147ed6cdc74f9c7cfc36cbde78ff985169051',
          configDigest: 'sha256:51b9818dc6f8956f76859097b197aaf762d8639491354ad43ec35b505c87b9cc',
          created: '2026-09-19T00:51:41Z',
          layers: [
            { size: 28_240_040, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'bookworm\' \'@1789689600\'' },
            { size: 3_311, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { size: 49_941_055, createdBy: 'RUN [node.js v22.23.2 binary tarball into /usr/local, keeps libatomic1, purges build tools]' },
            { size: 1_713_109, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 447, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['22', '22-bookworm', '22.23.2'],
      indexDigest: 'sha256:db06b62399bc4780e3f44aa0ce27e1678145cf0b16354508b8d83e72f5b9dd83',
      config: config('22.23.2'),
      unpackedSize: 1_130_000_000,
      root: onDebian('22.23.2'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:ae9f58d5c9f5a537110310be6b3cf67cf9c67146a3bb9310c0cb515fe71c8392',
          configDigest: 'sha256:3112e746c4490eaeae5940bc123e8b57422fe7df0de6d5752d9c3e0ed5e5948b',
          created: '2026-09-19T03:18:35Z',
          layers: [
            { digest: 'sha256:eaac70c68abdf6ffacf6de10d31ed9de4813505d1a794eb7393cb27fceb624a6', size: 48_503_440, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\' \'@1789689600\'' },
            { digest: 'sha256:7b2de2423ebd9d3290883175c0e46dccd6de955b08e6e9a5bd20909e3face240', size: 24_056_077, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { digest: 'sha256:81578410df169380efec491bfdc60a7e586d4b48ef4c0aeb9b6ff085812d9a7d', size: 64_424_271, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { digest: 'sha256:de9e8d0a007171cac57d643a3982902d45431cd860400eea55e18df75fc0b12a', size: 211_707_818, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { digest: 'sha256:c47e1a961960220a9ad0a5e312ddbee35e8e7263f3e07bec20df93bc657e2ac2', size: 3_321, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { digest: 'sha256:63ebe93510e41660bb4c4d874f27cf8ac8578bc0fbe8d0e694ed84ec398e287f', size: 58_553_286, createdBy: 'RUN [node.js v22.23.2 binary tarball into /usr/local]' },
            { digest: 'sha256:cbb4461208864e35b3ae67fd46dd9b8e2fd9b2dc647a6d2f57cc4a416b84b360', size: 1_250_675, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { digest: 'sha256:28807384429149fa6ec2983dcbe32b624095205217304c9fe10f133bdbc05598', size: 446, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:af0bb4bf5b7318e3269417a7684a9e116c3c22eaf05382578b0d0d33de597ad2',
          configDigest: 'sha256:31485100c83839712c7f62a2efcf4bd1e3c24a4195934c2fa59d934dbb12cb25',
          created: '2026-09-19T00:00:00Z',
          layers: [
            { size: 47_479_333, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'bookworm\' \'@1789689600\'' },
            { size: 23_548_154, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 63_064_010, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 207_237_796, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { size: 3_251, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { size: 57_316_985, createdBy: 'RUN [node.js v22.23.2 binary tarball into /usr/local]' },
            { size: 1_224_268, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 437, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['22-alpine', '22-alpine3.24', '22.23.3-alpine'],
      indexDigest: 'sha256:0a7108bf6c7bf5de370ffb1a3ed6be93d405b43ff159f681a8d18c0e2bc2e402',
      config: config('22.23.3'),
      unpackedSize: 165_000_000,
      root: onAlpine('22.23.3', '3.24.2'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:2c752226d477b4a886378baa95b9af252be59301b725fdb0b7e15208131505a8',
          configDigest: 'sha256:7c3b093add7c43400ee83b815ab2cda98794a10045bcf76ce9bb2f89b97cbc5c',
          created: '2026-09-23T21:09:27Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:f7f2d304681aaa935c9cfd180850cf616ae843efce7682873d6521ded7268937', size: 55_585_204, createdBy: 'RUN [adds user node (1000); apk add libstdc++; node.js v22.23.3 musl tarball into /usr/local]' },
            { digest: 'sha256:e554276b05e6306c5ad33cd85bfa7f0693083e21f6114db5abf60a20fb413039', size: 1_262_001, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { digest: 'sha256:d39db1cf9caa4f49c5a2e67111fbe6e0d5eea8ede550cb82f3dc2b79712688d6', size: 447, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['24-alpine', '24-alpine3.24', '24.19.0-alpine'],
      indexDigest: 'sha256:d32cdf619f63fe0471182d08996dd516c6275bb5fd31ae06e55a570bd9e1ad43',
      config: config('24.19.0'),
      unpackedSize: 163_000_000,
      root: onAlpine('24.19.0', '3.24.1'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:2a49bdf71e9fd965a58c1703fd9ddd205b34e5782b692a72dd1d248abb0beb43',
          configDigest: 'sha256:1746248f2a138f128577ca74d86c9d4a0a17fcc9922c77dfdf92ba7307a4fa3c',
          created: '2026-08-03T20:26:09Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:08d42cdba493bec7b21d91857a92221fcd480ebfe48f8da3bbd557218f6b9de6', size: 53_095_433, createdBy: 'RUN [adds user node (1000); apk add libstdc++; node.js v24.19.0 musl tarball into /usr/local]' },
            { digest: 'sha256:4a7016f72779c9040cee0836ca5b79ae36c19d053dff298915dbb1927b5b3456', size: 1_262_109, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { digest: 'sha256:e27d3f3e3cb67c9f573672ff4d772cac332d144c55b1f4cf92de199f65724bec', size: 446, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:0e6f1567e269207c28295276928277a030139cbc5a0fb7d5bd2674f0401a9082',
          configDigest: 'sha256:b3ba23292f4c342e7969cc88e1abf816e6d8d6b169472a40848a154c0bc29ace',
          created: '2026-08-03T21:03:40Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'ADD alpine-minirootfs-3.24.1-aarch64.tar.gz / # buildkit' },
            { digest: 'sha256:d9f8fbd0bc867c16f58af8042831cf1fcea01ea0362fc0e0e3059513ab508cba', size: 53_220_086, createdBy: 'RUN [adds user node (1000); apk add libstdc++; node.js v24.19.0 musl tarball into /usr/local]' },
            { digest: 'sha256:0d79637ec2545f0ba103fc06e01c231570d0599e2d3a2827915674af3f8db81e', size: 1_262_962, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { digest: 'sha256:8e7170666875c7e05ff8de96bbdcc595e7b0b741a7174c32ec79cd84641b7e54', size: 445, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['latest', '24', '24-bookworm'],
      config: config('24.19.0'),
      unpackedSize: 1_140_000_000,
      root: onDebian('24.19.0'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 51_170_233, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\'' },
            { size: 24_056_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 64_424_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 213_416_000, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { size: 3_321, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { size: 57_680_000, createdBy: 'RUN [node.js binary tarball into /usr/local]' },
            { size: 1_250_000, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 446, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['24-slim', '24-bookworm-slim'],
      config: config('24.19.0'),
      unpackedSize: 232_000_000,
      root: onSlim('24.19.0'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 30_263_242, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\'' },
            { size: 3_311, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { size: 50_020_000, createdBy: 'RUN [node.js binary tarball into /usr/local]' },
            { size: 1_713_000, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 447, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['20'],
      config: config('20.19.5'),
      unpackedSize: 1_100_000_000,
      root: onDebian('20.19.5'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 45_356_233, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\'' },
            { size: 24_056_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 64_424_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 204_610_000, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { size: 3_321, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { size: 55_300_000, createdBy: 'RUN [node.js binary tarball into /usr/local]' },
            { size: 1_250_000, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 446, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['20-slim'],
      config: config('20.19.5'),
      unpackedSize: 205_000_000,
      root: onSlim('20.19.5'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 26_363_242, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\'' },
            { size: 3_311, createdBy: 'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' },
            { size: 43_920_000, createdBy: 'RUN [node.js binary tarball into /usr/local]' },
            { size: 1_713_000, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 447, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['20-alpine'],
      config: config('20.19.5'),
      unpackedSize: 135_000_000,
      root: onAlpine('20.19.5', '3.22.0'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 3_057_554, createdBy: 'ADD alpine-minirootfs / # buildkit' },
            { size: 43_680_000, createdBy: 'RUN [adds user node (1000); apk add libstdc++; node.js musl tarball into /usr/local]' },
            { size: 1_262_000, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 446, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['18-alpine'],
      config: config('18.20.8'),
      unpackedSize: 127_000_000,
      root: onAlpine('18.20.8', '3.22.0'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 2_697_554, createdBy: 'ADD alpine-minirootfs / # buildkit' },
            { size: 40_040_000, createdBy: 'RUN [adds user node (1000); apk add libstdc++; node.js musl tarball into /usr/local]' },
            { size: 1_262_000, createdBy: 'RUN [yarn v1.22.22 into /opt]' },
            { size: 446, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
  ],
  likely,
};

/** `lts`, `21-alpine`, `23.1.0-slim`: as the releases above, with that version's name. */
function likely(tag: string): Release | undefined {
  const match = /^(\d{2}|lts|current|alpine|slim)((?:\.\d+){0,2})(-alpine(?:3\.\d+)?|(?:-bookworm|-bullseye|-trixie)?(?:-slim)?)$/.exec(tag);
  if (!match) return undefined;
  const [, name = '', minor = '', variant = ''] = match;
  const major = /^\d/.test(name) ? name : '24';
  const version = (major + minor + '.0.0').split('.').slice(0, 3).join('.');
  const kind = variant.startsWith('-alpine') || name === 'alpine' ? '-alpine' : variant.endsWith('-slim') || name === 'slim' ? '-slim' : '';
  const like = node.releases.find(({ tags }) => tags.includes(`20${kind}`));
  const root = kind === '-alpine' ? onAlpine(version, '3.22.0') : kind === '-slim' ? onSlim(version) : onDebian(version);
  return like && { ...like, tags: [tag], config: config(version), root };
}
