import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { programs, tree, type Files } from './files/tree.ts';

/** What all of them have: PHP, the scripts that compile extensions, and the one extension that is loaded from a file. */
const interpreter: Files = {
  'usr/local/bin/php': 17_000_000,
  ...programs('usr/local/bin', 3_000, 'docker-php-entrypoint docker-php-ext-install docker-php-ext-enable docker-php-ext-configure docker-php-source pecl phpize php-config'),
  'usr/local/etc/php/conf.d/docker-php-ext-sodium.ini': 'extension=sodium\n',
  'usr/local/lib/php/extensions/no-debug-non-zts-20250925/sodium.so': 110_000,
};

/** PHP, with Apache, as FPM and alone. */
export const php: CatalogImage = {
  repository: 'docker.io/library/php',
  releases: [
    {
      tags: ['fpm-alpine', '8-fpm-alpine', '8.5-fpm-alpine', '8.5.10-fpm-alpine'],
      indexDigest: 'sha256:71caf7c15ae0b6635c1b1f7f36398963682f6a64d6e92f6e9f38d6c632be48e3',
      config: { ExposedPorts: { '9000/tcp': {} }, Env: [standardPath, 'PHPIZE_DEPS=autoconf \t\tdpkg-dev dpkg \t\tfile \t\tg++ \t\tgcc \t\tlibc-dev \t\tmake \t\tpkgconf \t\tre2c', 'PHP_INI_DIR=/usr/local/etc/php', 'PHP_CFLAGS=-fstack-protector-strong -fpic -fpie -O2 -D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64', 'PHP_CPPFLAGS=-fstack-protector-strong -fpic -fpie -O2 -D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64', 'PHP_LDFLAGS=-Wl,-O1 -pie', 'GPG_KEYS=1198C0117593497A5EC5C199286AF1F9897469DC 49D9AF6BC72A80D6691719C8AA23F5BE9C7097D4 D95C03BC702BE9515344AE3374E44BC9067701A5', 'PHP_VERSION=8.5.10', 'PHP_SHA256=6a8bebaa4d5a979a38db29a9373e9851f60c6b11f72172c585947e78f3081957'], Entrypoint: ['docker-php-entrypoint'], Cmd: ['php-fpm'], WorkingDir: '/var/www/html', StopSignal: 'SIGQUIT' },
      unpackedSize: 100_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:11bc23121f4698cfe44f636197ad0b3edd34c405e7b7ffbd3c923585402e8865',
          configDigest: 'sha256:044d0555fbc6acd1ce35dd7bcf2b756651fac5118f48775127e239de74945538',
          created: '2026-09-17T21:20:17Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:d62c43badcca79df1a92e9851e7c6c09472adb0e70729c4f2c19d469e2eca47f', size: 3_491_141, createdBy: 'RUN apk add --no-cache ca-certificates curl openssl tar xz' },
            { digest: 'sha256:5f5e9c2a2e39c7ff12b63c9a0b0511d1b7193450572669b00986b02afaf9d38e', size: 932, createdBy: 'RUN adduser -u 82 -D -S -G www-data www-data' },
            { digest: 'sha256:6273de5464fa78b05aac16b835da86450421ff1b6a97373881e6bf6831540f3b', size: 215, createdBy: 'RUN [creates PHP_INI_DIR and /var/www/html]' },
            { digest: 'sha256:d35333dfb7e631a08273e8d7d2e8dfd08b912da337634cb1b5a928fa318aa61e', size: 14_479_189, createdBy: 'RUN [php 8.5.10 source tarball into /usr/src]' },
            { digest: 'sha256:dee847516fb54d3ca2302296ddd97763feec69227ebd265d6ca52184a08bb756', size: 486, createdBy: 'COPY docker-php-source /usr/local/bin/' },
            { digest: 'sha256:a41c685f83b60441304db7f05a0b79f2c7d2f5723916ed73db2ad8941cc12881', size: 16_861_139, createdBy: 'RUN [php 8.5.10 compiled from source with fpm, build tools added and deleted in one step]' },
            { digest: 'sha256:63a7578ef6abaec81d7558f2a4bd2988f904348a3df7218840f9ef211ae41388', size: 2_449, createdBy: 'COPY docker-php-ext-* docker-php-entrypoint /usr/local/bin/' },
            { digest: 'sha256:9080ca3cf82cf76b54ec71347c82d07b6b031f12708bf391ce18c658e2795703', size: 22_412, createdBy: 'RUN docker-php-ext-enable sodium' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /var/www/html' },
            { digest: 'sha256:157555d6e6b53db79374796d3dc90b231279347114bc1832cc3cbcc4628819fe', size: 9_259, createdBy: 'RUN [php-fpm pool configuration]' },
          ],
        },
      },
    },
    {
      tags: ['apache', '8-apache', '8.5-apache', '8.5.10-apache', 'apache-trixie'],
      indexDigest: 'sha256:609de4eac65a03f20975441c9c3f313811d785575f0d02413c630753ab5c5532',
      config: { ExposedPorts: { '80/tcp': {} }, Env: [standardPath, 'PHPIZE_DEPS=autoconf \t\tdpkg-dev \t\tfile \t\tg++ \t\tgcc \t\tlibc-dev \t\tmake \t\tpkg-config \t\tre2c', 'PHP_INI_DIR=/usr/local/etc/php', 'APACHE_CONFDIR=/etc/apache2', 'APACHE_ENVVARS=/etc/apache2/envvars', 'PHP_CFLAGS=-fstack-protector-strong -fpic -fpie -O2 -D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64', 'PHP_CPPFLAGS=-fstack-protector-strong -fpic -fpie -O2 -D_LARGEFILE_SOURCE -D_FILE_OFFSET_BITS=64', 'PHP_LDFLAGS=-Wl,-O1 -pie', 'PHP_VERSION=8.5.10', 'PHP_SHA256=6a8bebaa4d5a979a38db29a9373e9851f60c6b11f72172c585947e78f3081957'], Entrypoint: ['docker-php-entrypoint'], Cmd: ['apache2-foreground'], WorkingDir: '/var/www/html', StopSignal: 'SIGWINCH' },
      unpackedSize: 525_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:28af1e579668b904720e42a238525d03b4c2b8717df64b5a294259558fec3b6a',
          configDigest: 'sha256:5434b4213ee013c447b4c65a337a92d3c462cd06ea4d94aa2e1f2321d78a6e2a',
          created: '2026-08-31T19:14:27Z',
          layers: [
            { digest: 'sha256:6310eb16bf4251731feab01e8f633bf5e2d75a657ccad97f420b1f83cce457be', size: 29_792_658, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1787529600\'' },
            { digest: 'sha256:a4585ea0e5243d75b184333cfc663d30eabe00817f42cbe246a5f8436ef68cef', size: 225, createdBy: 'RUN [apt pin: no Debian php packages]' },
            { digest: 'sha256:8bdc6409bd749783120b8aa773d18dd4c655814fc57b561aeda7331b7725990e', size: 120_814_255, createdBy: 'RUN [apt-get install autoconf dpkg-dev file g++ gcc libc-dev make pkg-config re2c ca-certificates curl xz-utils]' },
            { digest: 'sha256:e8ed87e6d618d3a024eac06e4094a3fc667ffaa2da0ee4a3c432409bc7807890', size: 226, createdBy: 'RUN [creates PHP_INI_DIR and /var/www/html]' },
            { digest: 'sha256:148580c64e948be893c5d9fed6dab774534bc98cc3a131b778d240017570d02a', size: 4_239_287, createdBy: 'RUN [apt-get install apache2; logs to stdout/stderr]' },
            { digest: 'sha256:a9bcb87c315ec29083960a98220022a215e551c48dcdffd27fbab54ac5ae0e62', size: 427, createdBy: 'RUN a2dismod mpm_event && a2enmod mpm_prefork' },
            { digest: 'sha256:8d35caa933e46f33b6790d06d191294896773539d7adb8bd2e343ffa6c4ef7ee', size: 479, createdBy: 'RUN [apache conf docker-php]' },
            { digest: 'sha256:23b95a7dd5489876accd9182967046fb8e314ba3aeaf9a9c4452acb1f654f6f9', size: 14_623_079, createdBy: 'RUN [php 8.5.10 source tarball into /usr/src]' },
            { digest: 'sha256:fce425b9f8b6296391b1d5a7104746aacd9eab0d00766e1bf5e417bdf02981df', size: 488, createdBy: 'COPY docker-php-source /usr/local/bin/' },
            { digest: 'sha256:ef3a9a808ff0db0e4a1d38b35cd6807033ebd57b16871f654c7da4619e7f7ae9', size: 15_188_472, createdBy: 'RUN [php 8.5.10 compiled from source with apxs2, dev packages purged in one step]' },
            { digest: 'sha256:0abd1095b1b68f13db0ad97ed196862acdbf6d15c8b301c349ccfb656b698f6d', size: 2_459, createdBy: 'COPY docker-php-ext-* docker-php-entrypoint /usr/local/bin/' },
            { digest: 'sha256:06eb9d76b1d3370b98d2fb947c2bd6247c92297db0f0612538adc98acb11d8d9', size: 246, createdBy: 'RUN docker-php-ext-enable sodium' },
            { digest: 'sha256:c8d03413ad413ae5a20673fd16ec2ff40508e1b49f9173434fc696d0dfdfb4a8', size: 891, createdBy: 'COPY apache2-foreground /usr/local/bin/' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /var/www/html' },
          ],
        },
      },
    },
    {
      tags: ['cli', '8.5-cli'],
      config: { Env: [standardPath, 'PHP_INI_DIR=/usr/local/etc/php', 'PHP_VERSION=8.5.10'], Entrypoint: ['docker-php-entrypoint'], Cmd: ['php', '-a'], WorkingDir: '/' },
      unpackedSize: 510_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 178_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['8.5-fpm'],
      config: { Env: [standardPath, 'PHP_INI_DIR=/usr/local/etc/php', 'PHP_VERSION=8.5.10'], Entrypoint: ['docker-php-entrypoint'], Cmd: ['php-fpm'], WorkingDir: '/var/www/html' },
      unpackedSize: 515_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 180_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
