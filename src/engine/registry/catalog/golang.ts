import { officialPlatforms, type CatalogImage, type Release } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem } from './files/debian.ts';
import { goFiles } from './files/go.ts';
import { tree } from './files/tree.ts';

const config = (version: string, cmd: string): Release['config'] => ({
  Env: ['PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', `GOLANG_VERSION=${version}`, 'GOTOOLCHAIN=local', 'GOPATH=/go'],
  Cmd: [cmd],
  WorkingDir: '/go',
});
const onDebian = (version: string, suite: string): Release['root'] => (architecture) => tree(debianFiles(debianSystem(suite), architecture), buildTools, goFiles(version, architecture));
const onAlpine = (version: string, alpine: string): Release['root'] => (architecture) => tree(alpineFiles(alpine, architecture), goFiles(version, architecture));

/** The Go toolchain on Debian with compilers and version control, and alone on Alpine. */
export const golang: CatalogImage = {
  repository: 'docker.io/library/golang',
  releases: [
    {
      tags: ['alpine', '1-alpine', '1.27-alpine', '1.27.1-alpine'],
      indexDigest: 'sha256:cf6fca6641884b8433441b2b0652976f975e1d0fdd26d177eaaf8596087f3125',
      config: config('1.27.1', '/bin/sh'),
      unpackedSize: 260_000_000,
      root: onAlpine('1.27.1', '3.24.1'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:f86f1a6701e3dcc445fec097a42f78b758f15950ccf032c2d3e54e2754d32fdb',
          configDigest: 'sha256:5083306c8be18c2fccb5e778e7bb7acf3511049ef287a000c674ca196bfe0b90',
          created: '2026-09-01T23:25:09Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:a12b2df95d81e0646230784c610be014bf67567dfdbf5b3365c9ec022b95ff28', size: 245_069, createdBy: 'RUN apk add --no-cache ca-certificates' },
            { digest: 'sha256:ef1dbfdbb5d59bdeac07b1398a9f0808b453513bf6a76eb3ffd509a284483095', size: 71_077_884, createdBy: 'COPY /target/ / # buildkit' },
            { digest: 'sha256:e4488ab00a85e5a17f0636bbc60cc704c29bc934f9b48ab76cd17fc6424a2252', size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:df4c4a0eeb85873e0122c6e2eb1b436f3131576f572505c1ea61954b00fa6460',
          configDigest: 'sha256:e2732b85d186c56b080a83eac36690850aecd2efb22c54f0d96fa33969aea089',
          created: '2026-09-01T23:25:28Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'ADD alpine-minirootfs-3.24.1-aarch64.tar.gz / # buildkit' },
            { digest: 'sha256:1d58b4aaf30ffd01b790483d1e9d2e288621e0b56bc3b43dfc9ca8b30c3256bb', size: 247_506, createdBy: 'RUN apk add --no-cache ca-certificates' },
            { digest: 'sha256:125215c6056cfe0a165d14de8a72a3546ec1167a4468ebcd93c0f403469ef15d', size: 67_652_866, createdBy: 'COPY /target/ / # buildkit' },
            { digest: 'sha256:3c2ad27b9e6eeaee9bc05b206bf08e4b7aa383e8b308fbcd6c36646863a772de', size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
    {
      tags: ['1.26', '1.26-trixie', '1.26.5'],
      indexDigest: 'sha256:3aff6657219a4d9c14e27fb1d8976c49c29fddb70ba835014f477e1c70636647',
      config: config('1.26.5', 'bash'),
      unpackedSize: 870_000_000,
      root: onDebian('1.26.5', 'trixie'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:dbb10bd1b3400ba0858e2f7c354fd4556b782c187feeff52789d4ee156a84db8',
          configDigest: 'sha256:b0bb43a2dcec5fbd07bedbe887849d53b2ac412c7876dd0bfa4c4e07ae80fe1c',
          created: '2026-07-14T03:17:34Z',
          layers: [
            { digest: 'sha256:b890c9407285c31d25426ef154b55c72e225f19b478a59451b01a8a44f5ea4f7', size: 49_312_572, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1783900800\'' },
            { digest: 'sha256:b453535073b6238aba838c5d063a1468b4d6a9aa54f81de64a4de304dc456685', size: 25_638_468, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { digest: 'sha256:9e002cae30c445bfdf70841ba6a8d772e913914a00fa0e0f7bd0e4c089aaa838', size: 67_792_989, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { digest: 'sha256:1804aaf9409d58a6cb447e6aa878d19fbb73a523c66c92e7b725490771b373a0', size: 102_272_980, createdBy: 'RUN [apt-get install g++ gcc libc6-dev make pkg-config]' },
            { digest: 'sha256:cea3d467f844b8e6fffc2d7793807a1ec9e3a0582655418c1c17013372a3a910', size: 67_288_392, createdBy: 'COPY /target/ / # buildkit' },
            { digest: 'sha256:e0baa5049848664e2cf82490fb01950fed63c0373e9c8a832ed3d030a92e1c7e', size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:d86488d9077169d6dd4fa32e954e8b68a41e94e32c0ec3d3fefdcc017ac9a759',
          configDigest: 'sha256:889f241dd9a4b3db39a5246f3fb8c9383018c276d25ae7f02b23451a18756d43',
          created: '2026-07-14T03:17:43Z',
          layers: [
            { digest: 'sha256:6b89e501e8efce0d3d87e3f6b0f85c417e799a3b36b8f44419609ba7fecf9563', size: 49_674_184, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'trixie\' \'@1783900800\'' },
            { digest: 'sha256:3198b4d4653b3225aa62931a3b1ff61435a6c99e83b6f2581bd52915332f78b7', size: 25_026_881, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { digest: 'sha256:8f4f1d683f65087c4403277cc2e5a3d787025eb59d342271a327b23718904ab1', size: 67_595_593, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { digest: 'sha256:dc98e650d0c56d3599a822f7359b264ff24cc3913019a68dc82e051c3dcbe938', size: 98_416_979, createdBy: 'RUN [apt-get install g++ gcc libc6-dev make pkg-config]' },
            { digest: 'sha256:9e4d5c89bdd324edeb5721c09064e2659473bba39ae9d84fae53c9cc0181cf15', size: 64_177_241, createdBy: 'COPY /target/ / # buildkit' },
            { digest: 'sha256:670d42cf8b4364eac939465668b17e1a15c633e59b9bb4e088b31c3ca6c23747', size: 126, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
    {
      tags: ['latest', '1', '1.27', '1.27-trixie'],
      config: config('1.27.1', 'bash'),
      unpackedSize: 880_000_000,
      root: onDebian('1.27.1', 'trixie'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 53_719_841, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 25_280_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 66_360_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 97_960_000, createdBy: 'RUN [apt-get install g++ gcc libc6-dev make pkg-config]' },
            { size: 72_680_000, createdBy: 'COPY /target/ / # buildkit' },
            { size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
    {
      tags: ['1.27-bookworm'],
      config: config('1.27.1', 'bash'),
      unpackedSize: 850_000_000,
      root: onDebian('1.27.1', 'bookworm'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 50_999_841, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 24_000_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 63_000_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 93_000_000, createdBy: 'RUN [apt-get install g++ gcc libc6-dev make pkg-config]' },
            { size: 69_000_000, createdBy: 'COPY /target/ / # buildkit' },
            { size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
    {
      tags: ['1.22'],
      config: config('1.22.12', 'bash'),
      unpackedSize: 825_000_000,
      root: onDebian('1.22.12', 'bookworm'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 50_149_841, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 23_600_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 61_950_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 91_450_000, createdBy: 'RUN [apt-get install g++ gcc libc6-dev make pkg-config]' },
            { size: 67_850_000, createdBy: 'COPY /target/ / # buildkit' },
            { size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
    {
      tags: ['1.22-alpine'],
      config: config('1.22.12', '/bin/sh'),
      unpackedSize: 240_000_000,
      root: onAlpine('1.22.12', '3.21.3'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 5_354_841, createdBy: 'ADD alpine-minirootfs / # buildkit' },
            { size: 245_000, createdBy: 'RUN apk add --no-cache ca-certificates' },
            { size: 64_400_000, createdBy: 'COPY /target/ / # buildkit' },
            { size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
    {
      tags: ['1.23-alpine'],
      config: config('1.23.12', '/bin/sh'),
      unpackedSize: 250_000_000,
      root: onAlpine('1.23.12', '3.21.3'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 5_754_841, createdBy: 'ADD alpine-minirootfs / # buildkit' },
            { size: 245_000, createdBy: 'RUN apk add --no-cache ca-certificates' },
            { size: 69_000_000, createdBy: 'COPY /target/ / # buildkit' },
            { size: 127, createdBy: 'RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"' },
            { size: 32, createdBy: 'WORKDIR /go' },
          ],
        },
      },
    },
  ],
  likely,
};

/** `1.21`, `1.24.3-alpine`, `1.25-bookworm`: as the releases above, with that version's name. */
function likely(tag: string): Release | undefined {
  const match = /^(1\.\d+)(\.\d+)?(-alpine(?:3\.\d+)?|-bookworm|-bullseye|-trixie)?$/.exec(tag);
  if (!match) return undefined;
  const version = match[1] + (match[2] ?? '.0');
  const variant = match[3] ?? '';
  const like = golang.releases.find(({ tags }) => tags.includes(variant.startsWith('-alpine') ? '1.23-alpine' : '1.22'));
  if (!like) return undefined;
  const suite = variant === '' || variant.startsWith('-alpine') ? 'bookworm' : variant.slice(1);
  const alpine = variant.startsWith('-alpine');
  return { ...like, tags: [tag], config: config(version, alpine ? '/bin/sh' : 'bash'), root: alpine ? onAlpine(version, `${variant.slice('-alpine'.length) || '3.21'}.0`) : onDebian(version, suite) };
}
