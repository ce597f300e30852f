import { officialPlatforms, type CatalogImage, type Release } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { pythonFiles } from './files/python.ts';
import { tree } from './files/tree.ts';

const config = (version: string, sha256?: string): Release['config'] => ({
  Env: [
    'PATH=/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ...(Number(version.split('.')[1]) < 13 ? ['LANG=C.UTF-8'] : []),
    'GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305',
    `PYTHON_VERSION=${version}`,
    ...(sha256 === undefined ? [] : [`PYTHON_SHA256=${sha256}`]),
  ],
  Cmd: ['python3'],
  WorkingDir: '/',
});
const onDebian = (version: string): Release['root'] => (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, pythonFiles(version));
const onSlim = (version: string): Release['root'] => (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), pythonFiles(version));
const onAlpine = (version: string): Release['root'] => (architecture) => tree(alpineFiles('3.24.2', architecture), pythonFiles(version));

/** CPython with pip, on Debian with compilers, on slim Debian, and on Alpine. */
export const python: CatalogImage = {
  repository: 'docker.io/library/python',
  releases: [
    {
      tags: ['3.13-slim', '3.13-slim-trixie', '3.13.14-slim'],
      indexDigest: 'sha256:9662417aace5ae7b8e2609cce472b72a8958e134ba372808abe9cc1a0c0125e6',
      config: config('3.13.14', '639e43243c620a308f968213df9e00f2f8f62332f7adbaa7a7eeb9783057c690'),
      unpackedSize: 121_000_000,
      root: onSlim('3.13.14'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:69e18bd8d831d88e0ef70239dc7771ab7c28bc296ae78ac75cde71e60aa4434f',
          configDigest: 'sha256:27a284fccbb0baab3888a9baf24f6fedcbf669747513bf277213bcc83f47044f',
          created: '2026-08-05T01:12:14Z',
          layers: [
            { digest: 'sha256:26c307b5e35a59ce911f5fde5b9458120ec8734e831ea2da5649a9ad14abfd3d', size: 29_780_765, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1785715200\'' },
            { digest: 'sha256:b07d7dc8cffa92d40bc6200f68e319be23b12c64ad7ad56d63131bdefe693985', size: 1_293_270, createdBy: 'RUN [apt-get install ca-certificates netbase tzdata]' },
            { digest: 'sha256:8ad573e28f2289f32f3b3d92e35aace6d3c744693e5de61a0f2ec1cea46a2a67', size: 11_887_174, createdBy: 'RUN [python 3.13.14 compiled from source, build tools installed and purged in one step]' },
            { digest: 'sha256:de0b1452b50bdbb7be92daccff5c95fbea4450ebde338a4a3833a93b077c6409', size: 249, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.13-alpine', '3.13-alpine3.24', '3.13.15-alpine'],
      indexDigest: 'sha256:79e7a9b9ff1cbceff819f856fb374477792a5967759d94df266de7b7b4120e6f',
      config: config('3.13.15', '1e66a7945a48390ee4c2a4268a0e4185884059a13c4aab6d148aa208deea4a76'),
      unpackedSize: 47_000_000,
      root: onAlpine('3.13.15'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:f3ebba2ace255c93267a0278da88c7f1044432991abc4e6ad20d22e34dd0f8ee',
          configDigest: 'sha256:3dc0132ee978305990b529498077dbe8ab756c7e655221cad18d807feb878a51',
          created: '2026-09-17T21:52:59Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:95137bf95caa346388294fede3a9b3df6fd7460547d407b3af7263b8e65cc41a', size: 416_264, createdBy: 'RUN [apk add ca-certificates tzdata]' },
            { digest: 'sha256:058223aa38a4061e9b7b2a292791a857956701639a36316323a36086006c7c06', size: 12_640_623, createdBy: 'RUN [python 3.13.15 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:3023e46d9af6db8ee061798cd75450ada84984d6c6e778f3483fb6369e2146db', size: 250, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.13', '3.13-trixie', '3.13.15'],
      indexDigest: 'sha256:6faba2c56370992b0456e11f781f00a09b7ecc3c4e97ef3e39163d01a94aea8d',
      config: config('3.13.15', '1e66a7945a48390ee4c2a4268a0e4185884059a13c4aab6d148aa208deea4a76'),
      unpackedSize: 1_110_000_000,
      root: onDebian('3.13.15'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:de8ba566572ebcb35cbd10e03f5f351cad00a0d0d50a11e084f1a0fd24a0c41a',
          configDigest: 'sha256:1cbbca32768c3c2d7c0dfa6888790808c05672438f20718472f43f0ac8d9707c',
          created: '2026-08-25T03:42:06Z',
          layers: [
            { digest: 'sha256:27ee9a8250487842a26b1ffa1215982ba9ae27010bce1997d52f9f8628578d17', size: 49_337_828, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1787529600\'' },
            { digest: 'sha256:00f78834a2fef03250be89a7741ff39d0e6bbd860298ea129a84ce5eadda1f6d', size: 25_639_590, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { digest: 'sha256:cbc19164244e861d91ebd80a17e2c78c5be43a8059a32ab6fc459a92002b22f2', size: 67_800_074, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { digest: 'sha256:44fed46b68cf907ddf6afb6bc4211842f016a0876b02fc27912582de4c2fed3b', size: 236_338_551, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { digest: 'sha256:1599fa592074badc651117d15e0d7cc070b21d3dd9b658d5a3fad1644cc26dec', size: 6_092_301, createdBy: 'RUN [apt-get install libbluetooth-dev tk-dev uuid-dev]' },
            { digest: 'sha256:c5b14f510815b7cd08ec1fcfa5a5222e352011816f10ad254e8ba0615a876cc8', size: 27_663_475, createdBy: 'RUN [python 3.13.15 compiled from source]' },
            { digest: 'sha256:7af818fe6364cc23e3187871665225f2ed1ffd6f965d90898595886d033e6244', size: 250, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.12-slim', '3.12-slim-trixie', '3.12.13-slim'],
      indexDigest: 'sha256:229a2c5bfa27522db7815ea81f9bed70af17ccb9de9fc7ad142b1877b5830d36',
      config: config('3.12.13', 'c08bc65a81971c1dd5783182826503369466c7e67374d1646519adf05207b684'),
      unpackedSize: 122_000_000,
      root: onSlim('3.12.13'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:d657ab0ade19f404a6ccc883ab399540de667aff751748ce23c07330c5a89e64',
          configDigest: 'sha256:54a0b2beae90fe14c2131f1e880e1388c9df77390bc260d7317e589765e064e8',
          created: '2026-08-05T01:12:35Z',
          layers: [
            { digest: 'sha256:26c307b5e35a59ce911f5fde5b9458120ec8734e831ea2da5649a9ad14abfd3d', size: 29_780_765, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1785715200\'' },
            { digest: 'sha256:5a31db4cd47898e862a567028aa41f7a11d814cf69be6904173402a8b8eac5cb', size: 1_293_276, createdBy: 'RUN [apt-get install ca-certificates netbase tzdata]' },
            { digest: 'sha256:c85ad0bcaca895afa08053538ec1ea7642c7e9e05f5684d18e3627a2316ca8ae', size: 12_113_733, createdBy: 'RUN [python 3.12.13 compiled from source, build tools installed and purged in one step]' },
            { digest: 'sha256:b3c7a9bdb4f2a30d0a1358438d1539c06b86da99135cfd9d92756863cc87ae18', size: 249, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['latest', '3', '3.14'],
      config: config('3.14.2'),
      unpackedSize: 1_120_000_000,
      root: onDebian('3.14.2'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 50_750_750, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 25_639_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 67_800_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 235_980_000, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { size: 6_092_000, createdBy: 'RUN [apt-get install libbluetooth-dev tk-dev uuid-dev]' },
            { size: 27_738_000, createdBy: 'RUN [python compiled from source]' },
            { size: 250, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['slim', '3-slim', '3.14-slim'],
      config: config('3.14.2'),
      unpackedSize: 128_000_000,
      root: onSlim('3.14.2'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 32_286_751, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 1_293_000, createdBy: 'RUN [apt-get install ca-certificates netbase tzdata]' },
            { size: 12_420_000, createdBy: 'RUN [python compiled from source, build tools installed and purged in one step]' },
            { size: 249, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.12'],
      config: config('3.12.13'),
      unpackedSize: 1_110_000_000,
      root: onDebian('3.12.13'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 50_387_750, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 25_639_000, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { size: 67_800_000, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { size: 235_410_000, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
            { size: 6_092_000, createdBy: 'RUN [apt-get install libbluetooth-dev tk-dev uuid-dev]' },
            { size: 27_671_000, createdBy: 'RUN [python compiled from source]' },
            { size: 250, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.12-alpine'],
      config: config('3.12.13'),
      unpackedSize: 48_000_000,
      root: onAlpine('3.12.13'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 4_003_750, createdBy: 'ADD alpine-minirootfs / # buildkit' },
            { size: 416_000, createdBy: 'RUN [apk add ca-certificates tzdata]' },
            { size: 12_580_000, createdBy: 'RUN [python compiled from source, build tools added and deleted in one step]' },
            { size: 250, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.11-slim'],
      config: config('3.11.14'),
      unpackedSize: 130_000_000,
      root: onSlim('3.11.14'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 32_286_751, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 1_293_000, createdBy: 'RUN [apt-get install ca-certificates netbase tzdata]' },
            { size: 12_420_000, createdBy: 'RUN [python compiled from source, build tools installed and purged in one step]' },
            { size: 249, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
    {
      tags: ['3.9-slim'],
      config: config('3.9.25'),
      unpackedSize: 122_000_000,
      root: onSlim('3.9.25'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 30_096_751, createdBy: 'RUN # debian.sh --arch \'amd64\' out/' },
            { size: 1_293_000, createdBy: 'RUN [apt-get install ca-certificates netbase tzdata]' },
            { size: 11_610_000, createdBy: 'RUN [python compiled from source, build tools installed and purged in one step]' },
            { size: 249, createdBy: 'RUN [symlinks python, pip, pydoc, idle, python-config]' },
          ],
        },
      },
    },
  ],
  likely,
};

/** `3.10`, `3.11.4-alpine`, `3.8-slim-bookworm`: as the releases above, with that version's name. */
function likely(tag: string): Release | undefined {
  const match = /^(?:(3(?:\.\d+){1,2})-?)?(alpine(?:3\.\d+)?|slim(?:-bookworm|-bullseye|-trixie)?|bookworm|bullseye|trixie)?$/.exec(tag);
  if (!match || tag === '' || tag.endsWith('-')) return undefined;
  const version = ((match[1] ?? '3.14') + '.0').split('.').slice(0, 3).join('.');
  const kind = match[2]?.startsWith('alpine') ? '-alpine' : match[2]?.startsWith('slim') ? '-slim' : '';
  const like = python.releases.find(({ tags }) => tags.includes(`3.12${kind}`));
  const root = kind === '-alpine' ? onAlpine(version) : kind === '-slim' ? onSlim(version) : onDebian(version);
  return like && { ...like, tags: [tag], config: config(version), root };
}
