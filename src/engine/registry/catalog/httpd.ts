import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

/** The Apache HTTP server. */
export const httpd: CatalogImage = {
  repository: 'docker.io/library/httpd',
  releases: [
    {
      tags: ['alpine', '2-alpine', '2.4-alpine', '2.4.68-alpine'],
      indexDigest: 'sha256:53a57bb5d5def0e2a5adb4ec25131354392b85d9bb32b4f6093df0e703e5fc57',
      config: { ExposedPorts: { '80/tcp': {} }, Env: ['HTTPD_PREFIX=/usr/local/apache2', 'PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'HTTPD_VERSION=2.4.68', 'HTTPD_SHA256=68c74d4df38c26bed4dfbdb8f3baf1eb532f3872357becc1bba5d136f6b63c06', 'HTTPD_PATCHES='], Cmd: ['httpd-foreground'], WorkingDir: '/usr/local/apache2', StopSignal: 'SIGWINCH' },
      unpackedSize: 65_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/local/apache2/bin/httpd': 1_300_000, 'usr/local/bin/httpd-foreground': 150, 'usr/local/apache2/conf/httpd.conf': 'ServerRoot "/usr/local/apache2"\nListen 80\n', 'usr/local/apache2/htdocs/index.html': '<html><body><h1>It works!</h1></body></html>\n' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:9f28bdbad8404ea885652012e846b71623a31176eba88394463242061ffcf8b7',
          configDigest: 'sha256:9436aee6e00c6e8ece7fd6f8bdf82b3fc001425d71f911b9e96bf9fe620e5381',
          created: '2026-06-16T00:16:19Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:f0c9ed0cf49eec26c13e77e0b85a14f91068406fef46fa2529079270b8895e02', size: 932, createdBy: 'RUN adduser -u 82 -D -S -G www-data www-data' },
            { digest: 'sha256:e5ad846ecbb8d4f057feae38268d731c1cb615da29bcf5ea15e0594bb73c935a', size: 146, createdBy: 'RUN mkdir -p "$HTTPD_PREFIX" && chown www-data:www-data "$HTTPD_PREFIX"' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /usr/local/apache2' },
            { digest: 'sha256:71af8d887193f611016b553a1cb1f98162c381cd63e47e4781341051ba40f064', size: 11_018_356, createdBy: 'RUN apk add --no-cache apr apr-util apr-util-ldap ca-certificates perl' },
            { digest: 'sha256:5e8b952216466772946ad4898b1f62052b1ade358488f24149fe5ba025750338', size: 5_809_910, createdBy: 'RUN [httpd 2.4.68 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:ec6419fed67b69364a61620376ac3fb1a74bcd49ea9a01a14d2721ce026064b7', size: 286, createdBy: 'COPY httpd-foreground /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['latest', '2.4'],
      config: { Env: [standardPath], Cmd: ['httpd-foreground'], WorkingDir: '/usr/local/apache2' },
      unpackedSize: 118_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), { 'usr/local/apache2/bin/httpd': 1_300_000, 'usr/local/bin/httpd-foreground': 150, 'usr/local/apache2/conf/httpd.conf': 'ServerRoot "/usr/local/apache2"\nListen 80\n', 'usr/local/apache2/htdocs/index.html': '<html><body><h1>It works!</h1></body></html>\n' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 45_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
