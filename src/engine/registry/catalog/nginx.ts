import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { blob, program, text, tree, type Files } from './files/tree.ts';

/** What nginx serves and where it is told to. */
const files: Files = {
  'docker-entrypoint.sh': text('#!/bin/sh\nset -e\nexec "$@"\n', { mode: 0o755 }),
  'etc/nginx/conf.d/default.conf': 'server {\n    listen       80;\n    server_name  localhost;\n    location / {\n        root   /usr/share/nginx/html;\n        index  index.html index.htm;\n    }\n}\n',
  'etc/nginx/nginx.conf': 'user  nginx;\nworker_processes  auto;\nerror_log  /var/log/nginx/error.log notice;\npid        /run/nginx.pid;\nevents {\n    worker_connections  1024;\n}\nhttp {\n    include       /etc/nginx/mime.types;\n    include /etc/nginx/conf.d/*.conf;\n}\n',
  'etc/nginx/mime.types': blob(5_349, 'nginx mime.types'),
  'usr/sbin/nginx': program(1_580_000, 'nginx'),
  'usr/share/nginx/html/50x.html': '<!DOCTYPE html>\n<title>Error</title>\n<h1>An error occurred.</h1>\n',
  'usr/share/nginx/html/index.html': '<!DOCTYPE html>\n<title>Welcome to nginx!</title>\n<h1>Welcome to nginx!</h1>\n',
};

const user = { name: 'nginx', uid: 101 };

/** nginx, with the page it serves and the folder for others. */
export const nginx: CatalogImage = {
  repository: 'docker.io/library/nginx',
  releases: [
    {
      tags: ['alpine', '1-alpine', '1.31-alpine', '1.31.6-alpine', 'mainline-alpine'],
      indexDigest: 'sha256:df221db836e1754089190208cee7eeda94f233197056426eda74a43ab1abeac2',
      config: { ExposedPorts: { '80/tcp': {} }, Env: [standardPath, 'NGINX_VERSION=1.31.6', 'PKG_RELEASE=1', 'DYNPKG_RELEASE=1', 'NJS_VERSION=1.0.1', 'NJS_RELEASE=1', 'ACME_VERSION=0.4.1'], Entrypoint: ['/docker-entrypoint.sh'], Cmd: ['nginx', '-g', 'daemon off;'], WorkingDir: '/', Labels: { 'maintainer': 'NGINX Docker Maintainers <docker-maint@nginx.com>' }, StopSignal: 'SIGQUIT' },
      unpackedSize: 62_000_000,
      root: (architecture) => withAccount(tree(alpineFiles('3.24.1', architecture), files), { ...user, comment: 'nginx', home: '/var/cache/nginx', shell: '/sbin/nologin' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:0530961ff0592b58c10f767535cc0abdfccf9e389ff7cc90f87320c1bc7e8506',
          configDigest: 'sha256:3dd08163706a20b20622f310ec10258cc96e9007ab357f7201955bc880ac17f4',
          created: '2026-09-22T22:10:17Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:d9aae54b58315e84b9c3ac5f00bad6610e0e28ad9ff28fcde694647e0be13131', size: 1_931_156, createdBy: 'RUN [adds user nginx (101); apk add nginx=1.31.6-r1 gettext-envsubst tzdata; logs to stdout/stderr]' },
            { digest: 'sha256:6c53d0b2a666ed8f8fad8d9982e30cf24eb085036c17b27591665ca25e1ba40c', size: 629, createdBy: 'COPY docker-entrypoint.sh /' },
            { digest: 'sha256:745dfb2690dd8627e1593941caccc756f14943df7930a478beb4e808c5695cb9', size: 965, createdBy: 'COPY 10-listen-on-ipv6-by-default.sh /docker-entrypoint.d' },
            { digest: 'sha256:9a9a644fdd6a3681d43dace44c8cfef374cfd7b24f433113379ea483692498a8', size: 404, createdBy: 'COPY 15-local-resolvers.envsh /docker-entrypoint.d' },
            { digest: 'sha256:64c8194480fee2c03e01cc561cf5542733627d2c7de493a028139677025f975c', size: 1_210, createdBy: 'COPY 20-envsubst-on-templates.sh /docker-entrypoint.d' },
            { digest: 'sha256:e76228b47809e8a4bd37a6ba52a04d282d8c72ddf0ff9e8b83fd6318631abd52', size: 1_400, createdBy: 'COPY 30-tune-worker-processes.sh /docker-entrypoint.d' },
            { digest: 'sha256:e72112c14215406dc7f23ef8e5cfdfddeb8662176167382ad64ec86f52b7a88e', size: 20_525_064, createdBy: 'RUN [apk add nginx modules xslt geoip image-filter njs acme; curl ca-certificates]' },
          ],
        },
      },
    },
    {
      tags: ['latest', '1', '1.31', '1.31.3', 'mainline'],
      indexDigest: 'sha256:5a88c9c45479443d7be2eadc894b4ed0a9801bae03d97a5760ae13b5c2005942',
      config: { ExposedPorts: { '80/tcp': {} }, Env: [standardPath, 'NGINX_VERSION=1.31.3', 'NJS_VERSION=1.0.0', 'NJS_RELEASE=1~trixie', 'ACME_VERSION=0.4.1', 'PKG_RELEASE=1~trixie', 'DYNPKG_RELEASE=1~trixie'], Entrypoint: ['/docker-entrypoint.sh'], Cmd: ['nginx', '-g', 'daemon off;'], WorkingDir: '/', Labels: { 'maintainer': 'NGINX Docker Maintainers <docker-maint@nginx.com>' }, StopSignal: 'SIGQUIT' },
      unpackedSize: 165_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), files), { ...user, comment: 'nginx user', home: '/nonexistent', shell: '/bin/false' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:db4f612f385437d11eb26620a4f1d7efb3ff44e1296a3c21540b30454e6e2bf3',
          configDigest: 'sha256:4e5db4761e0ff445f7fd29aad680ad28e8abf7d204895557f145d65535abcc1c',
          created: '2026-07-15T23:30:55Z',
          layers: [
            { digest: 'sha256:062e450697faa5f02a3a74eba9864ee4d79bc9cfbd65769fc6cdff2c05c6a053', size: 29_780_905, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1783900800\'' },
            { digest: 'sha256:82454cdbf456a77f9ff1bb88b121c2a739e38c30ea689c135c7cca6249eabe4e', size: 33_325_076, createdBy: 'RUN [adds user nginx (101); apt-get install nginx=1.31.3 and modules, gettext-base, curl; logs to stdout/stderr]' },
            { digest: 'sha256:3c7ab7949321f47c96fc0918f9f72e8f51bd452cdef1e0dad9599880317380b9', size: 626, createdBy: 'COPY docker-entrypoint.sh /' },
            { digest: 'sha256:cacfcdd01f309c65d69372716e799ea741065ac1b1e60880b3a6981ae105cb55', size: 955, createdBy: 'COPY 10-listen-on-ipv6-by-default.sh /docker-entrypoint.d' },
            { digest: 'sha256:b6698f04e005497a7f495c0719358d43890cb3997ad7b4ab0b06748247c574a3', size: 403, createdBy: 'COPY 15-local-resolvers.envsh /docker-entrypoint.d' },
            { digest: 'sha256:2bedaf25031a24fb70b9dc2d56cb17139186d1ae5fd2054ecbd0dfe1a69585ba', size: 1_210, createdBy: 'COPY 20-envsubst-on-templates.sh /docker-entrypoint.d' },
            { digest: 'sha256:d26f27cc8c41e321394cb3c9a80915d90d5f1f1d3cbbbcda3be00f13c53b041e', size: 1_397, createdBy: 'COPY 30-tune-worker-processes.sh /docker-entrypoint.d' },
          ],
        },
      },
    },
  ],
};
