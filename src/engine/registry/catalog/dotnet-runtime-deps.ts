import { standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem, ubuntuSystem } from './files/debian.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** What self-contained .NET programs need. */
export const dotnetRuntimeDeps: CatalogImage = {
  repository: 'mcr.microsoft.com/dotnet/runtime-deps',
  releases: [
    {
      tags: ['8.0', '8.0-bookworm-slim', '8.0.30', '8.0.30-bookworm-slim'],
      indexDigest: 'sha256:ebc7552a67cec096ffba8e836305f941aa96004848246fab6e9e308474966914',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 140_927_280,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture)),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:379940694bbf28fa39da0f9db24076290578eaf94f02e62e79df41f2db3a83ae',
          created: '2026-08-10T16:56:35.3196724Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:94720eab89da32a22539bd24d622f1d88bb64cbbd49f359425acafd0a7160077', size: 18_739_838, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:8feea256f4f50387ea415ec03923e73984139503462ad7c4b1ab7d32276d0c13', size: 3_332, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:371cdb97fe2742360c7a40fd77df5a71c106db1a2a00ef7dced367ae005715b7',
          created: '2026-08-10T16:57:03.7145932Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:7726ddc158da39be0a9aaeea045eb99570f0f12b291165495b1ed88c7828abc8', size: 18_539_936, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:d9bf53b551d6789369884b2077987d95b3f9a945d985fd944e2cc0a7977dd471', size: 3_333, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
      },
    },
    {
      tags: ['9.0', '9.0-bookworm-slim', '9.0.19', '9.0.19-bookworm-slim'],
      indexDigest: 'sha256:cf0096734e4e72a69c9f4d6fcb87cf61ea8d804c5ac730119d06e8c4d85921f0',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 140_927_418,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture)),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:3d7fe156d9e7eaa689a81af4acaa9a436c384f452072d27910daa6e71a64d97d',
          created: '2026-08-10T16:58:04.4705336Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:4a7797759a8f8494049bcfa9cd6bf6fcd50703d3ff1c225aa08fa2f9b817e618', size: 18_739_884, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:27fefc7a834d8e57ab2da59228df0593617ee2117b7e61ec902daac8566169a2', size: 3_332, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:790c727f2185691e57b77324e61882d85e8c2deb170316bc064e7197b968fab8',
          created: '2026-08-10T16:58:39.433039Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:8c019dddc00f4f08a3cea82c018fed4d13762fba1f45e809435c0fa31a87e7c9', size: 18_540_033, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:a148954c53544bdf1d3c67f2770c3192fc8401e21f81974b9e3af5fef37dea53', size: 3_334, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
      },
    },
    {
      tags: ['10.0', '10.0-noble', '10.0.11', '10.0.11-noble', 'latest'],
      indexDigest: 'sha256:9b37bbaf06fc653cb0e757215081139fb493658e1f864a738f6a478620c9196f',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true'], Cmd: ['/bin/bash'], WorkingDir: '/' },
      unpackedSize: 139_606_092,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture)),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:067f4f37f0d3042949708322c42ba92d1b38f49f29396e306be014c2d3c727de',
          created: '2026-08-17T16:28:15.8538659Z',
          layers: [
            { digest: 'sha256:0926a8eb0e608a5c6888d1cd5594184bdf3ed3aa311dba5b42a547caefdc6f2e', size: 29_752_807, createdBy: 'Ubuntu root filesystem' },
            { digest: 'sha256:fec4a809307e7bda90ff1c6748db364449b114c8e177c479bab6778a01d7f487', size: 16_778_988, createdBy: 'RUN [apt-get install ca-certificates libicu libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:0473cde9c78f50b95244da44412c0953190674afebbacc3b09d3dfe337421a26', size: 3_569, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:134364c3e234389c6045d22f7e050f01417d3de5f2bbc8bd00dea32f37166b40',
          created: '2026-08-17T16:29:13.1310893Z',
          layers: [
            { digest: 'sha256:0b613318ea879878918380aa3aeb220dfe824e311b83bc955cb8a1d4319650ab', size: 28_887_235, createdBy: 'Ubuntu root filesystem' },
            { digest: 'sha256:db51588dd737e6c5febbbf8fe1e8efb283274da7fb3cc9ea61d120ed25234e9a', size: 16_750_981, createdBy: 'RUN [apt-get install ca-certificates libicu libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:a1de337932397fef51bb64ac7dc06a6320ce326fd439e606d4aeb317be2f7ceb', size: 3_565, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
      },
    },
    {
      tags: ['9.0-alpine', '9.0-alpine-aot', '9.0-alpine3.24', '9.0-alpine3.24-aot', '9.0.19-alpine3.24', '9.0.19-alpine3.24-aot'],
      indexDigest: 'sha256:fb4f9f42c646cc89c701f5b54977ec7fa972104e2bd7ecb61a1a6311cbce1641',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true'], Cmd: ['/bin/sh'], WorkingDir: '/' },
      unpackedSize: 14_803_653,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture)),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:b4013850a659726d4eaaea39aade86b057a6b1961b3e4e4e175c9295beb1e6a5',
          created: '2026-08-10T16:56:54.0721587Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:6cb4660ea2267b6d13fc33e84ab91ff5bbc39b0c5360c0e2799bb500cc3b31d2', size: 1_087_214, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:7ff501b62557a962e54d2c69dc5ca3df8ff0a87080e040bedcccacf25535f0a8', size: 946, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:81c40b49254b33523fcfcc5a4499d213cafd50a276a567d936fba93b71ec791e',
          created: '2026-08-10T16:56:32.6437843Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:3423de997f98ec2592e9fa20f92c91eb389798d024f4ce89912b0dc145a5208b', size: 1_024_783, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:ab9983fba50ef4ea1c51294950b8cde766a899ec9998fecae5ea3af3cfc43b13', size: 946, createdBy: 'RUN [adds user app (1654)]' },
          ],
        },
      },
    },
    {
      tags: ['9.0-noble-chiseled', '9.0.19-noble-chiseled'],
      indexDigest: 'sha256:91da947123088f2067e9444844533bf0902bda7d6763c428b095d3c6e504b31f',
      config: { User: '1654', Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true'], WorkingDir: '/' },
      unpackedSize: 17_396_727,
      root: () => tree(distrolessFiles),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:40b57fcf70c1eb305d31da9740ac3ad3ce31a2443ecfa325de765afec170a64d',
          created: '2026-08-10T16:59:49.8737014Z',
          layers: [
            { digest: 'sha256:c48461dcbc4faa983b9fd4ea5f838f0146afdc62b4f2e064915bd5845a94cdd1', size: 5_798_790, createdBy: 'undefined' },
            { digest: 'sha256:b2a610ff461b9513b7fb353def7381153492f5a9a4ecc5ed215396539e799c96', size: 119, createdBy: 'undefined' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:f56df146d9e10336c3d77aec35a78db2073af83f5b32caa840d654c8b9500ef3',
          created: '2026-08-10T16:59:32.9030776Z',
          layers: [
            { digest: 'sha256:14a0c141ce64c4162ef5179c7870f926838490de443e15682ecf20d5919a6937', size: 4_667_613, createdBy: 'undefined' },
            { digest: 'sha256:1785fd22fe6332681a977152cc6e1c494a9dc61a5f87237d813778fa50eb2a3f', size: 120, createdBy: 'undefined' },
          ],
        },
      },
    },
  ],
};
