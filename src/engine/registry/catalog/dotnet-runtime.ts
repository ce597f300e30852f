import { standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem, ubuntuSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

/** The .NET runtime. */
export const dotnetRuntime: CatalogImage = {
  repository: 'mcr.microsoft.com/dotnet/runtime',
  releases: [
    {
      tags: ['8.0', '8.0-bookworm-slim', '8.0.30', '8.0.30-bookworm-slim'],
      indexDigest: 'sha256:a27922704a14d6d1ce103697aa3efa885902db33651b41a84ad1594fdf5be66e',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_VERSION=8.0.30'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 237_716_376,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:2b47eed8faee119fb77d845542095f7511b85ae7a86b8b48787a8656a5ef64bd',
          created: '2026-08-10T16:56:43.5233787Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:94720eab89da32a22539bd24d622f1d88bb64cbbd49f359425acafd0a7160077', size: 18_739_838, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:8feea256f4f50387ea415ec03923e73984139503462ad7c4b1ab7d32276d0c13', size: 3_332, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:426e0e96f55a174291a02648d1eaadd3fe5f28c62d0b0e702e74100de4da13b3', size: 32_262_867, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:7216a21996f1f66318b54231e4c2e39c8986227535647628d466e26c4748387a', size: 165, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:0eef0d5916be42c5f86a09ae5dea85ebd976d3edba0c12bc0dcc7c233d199f4c',
          created: '2026-08-10T16:57:10.7305024Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:7726ddc158da39be0a9aaeea045eb99570f0f12b291165495b1ed88c7828abc8', size: 18_539_936, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:d9bf53b551d6789369884b2077987d95b3f9a945d985fd944e2cc0a7977dd471', size: 3_333, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:b779be72353204a5925f099f64d12862c145818f03089a33f0bee2a8a1228e43', size: 30_840_903, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:ce14c22e2b09daafa4fb461e71667f25c14608038bc368570409d15a9d3d3f12', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
      },
    },
    {
      tags: ['8.0-alpine', '8.0-alpine3.24', '8.0.30-alpine3.24'],
      indexDigest: 'sha256:031990dddf16d1a2ce898aad5f0620e750e354f957a172cc462b426e6b019aab',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=8.0.30'], Cmd: ['/bin/sh'], WorkingDir: '/' },
      unpackedSize: 111_622_212,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:085dd052a03d957c57e1c28139b4d2ade4cdade834c9d637847eb95231ca2b89',
          created: '2026-08-10T16:56:43.508Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:2a1956658526fd51902fbc5b1fb0b996f4515fa5b2a9f8f11b7bc00df5daa6fe', size: 1_087_224, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:73368dcd9fe86594c6ddf02fc920ec99ca93e23d4930855fc1fd82f3f3142f0d', size: 945, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:16a998e823e1a1a106278de16647a2778c1171706a498ca6526fee973008f48d', size: 32_272_680, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:24cd951222aed29d627837cba36d6a4b51515df2ca3d06ed13fc4ab148860843', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:dac41a7beaa6349289a34e77c9738a6d5d66f6d11e5a07ce86df673c6a4163d7',
          created: '2026-08-10T16:56:30.110632Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:d42eeb15bfa287a9c63dcf53088683ce46f781b02cc80c67eea5dfdc46b38d7b', size: 1_024_775, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:f5552982006c088c4ec4a7b8210ce0193091dfed210cc6bf36939cccc5221dc0', size: 948, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:c237a934ef8a43a0abc5ff1b70a4f551494187ecdcc14e85122b51a0a80265f9', size: 30_860_484, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:e41f11bb0b22fd55f9197e60377e5cbdb2c3bea8bb3142d835a9f96d8985a7ad', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
      },
    },
    {
      tags: ['9.0', '9.0-bookworm-slim', '9.0.19', '9.0.19-bookworm-slim'],
      indexDigest: 'sha256:ee9e6309cef467e134056f9115b31fe3a43ef2959e5b1f42bce0cc97f1b3db3f',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_VERSION=9.0.19'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 244_627_812,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:d06491164a1806ccf6cee1dd9adcf50fb36160faeab0dac7562f6fb0403c185d',
          created: '2026-08-10T16:58:12.5329352Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:4a7797759a8f8494049bcfa9cd6bf6fcd50703d3ff1c225aa08fa2f9b817e618', size: 18_739_884, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:27fefc7a834d8e57ab2da59228df0593617ee2117b7e61ec902daac8566169a2', size: 3_332, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:48cc0787871336078da841f4565914d0011450ee9a4a6867d71fc729cf41a3f1', size: 34_566_634, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:ba4ae9d71750d0d7e27a346ac5e540d1505c5ff4c7e285a93515b5077d564873', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:c249d844195fa329b046f776bd04bb14cfd280998f0269e2f78c50748a5798b2',
          created: '2026-08-10T16:58:46.496235Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:8c019dddc00f4f08a3cea82c018fed4d13762fba1f45e809435c0fa31a87e7c9', size: 18_540_033, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:a148954c53544bdf1d3c67f2770c3192fc8401e21f81974b9e3af5fef37dea53', size: 3_334, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:0b4de2cab0789db0198a0c9083db187380bc8bfd9b56f5957d2007785541c73b', size: 32_859_054, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:728255ac8786b68a8c1e49f4429f388555374c35a8918bdbf7fe5c9e3df7cc4b', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
      },
    },
    {
      tags: ['9.0-alpine', '9.0-alpine3.24', '9.0.19-alpine3.24'],
      indexDigest: 'sha256:b8e3cbd3d3a424e475d119fc8723f57f11ca992a5b3c6c0019636a4dfae7d74d',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=9.0.19'], Cmd: ['/bin/sh'], WorkingDir: '/' },
      unpackedSize: 118_550_577,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:cd592fdddccf54c3618dd3e4191ed22d15ca3905a7d135e7a7af68ac15cbfd10',
          created: '2026-08-10T16:57:07.7503764Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:6cb4660ea2267b6d13fc33e84ab91ff5bbc39b0c5360c0e2799bb500cc3b31d2', size: 1_087_214, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:7ff501b62557a962e54d2c69dc5ca3df8ff0a87080e040bedcccacf25535f0a8', size: 946, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:f399e79ccd720f1f6d60c3d11ed474c534f6241da36352852b9fe3d01dd51ff2', size: 34_582_141, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:484dc1c47ee609a34d6e37b006feb2a177fc1093433b1212086f5e41fe431f33', size: 167, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:30edf6d995cfa3e6805500b23810f51271d4854be4e44538f2f0c80a3ab9c61a',
          created: '2026-08-10T16:56:44.0566853Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:3423de997f98ec2592e9fa20f92c91eb389798d024f4ce89912b0dc145a5208b', size: 1_024_783, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:ab9983fba50ef4ea1c51294950b8cde766a899ec9998fecae5ea3af3cfc43b13', size: 946, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:4d51fd8045f13c6ec66d3c45fb2e7bde026974b2fef808dcefdd83582b5d87da', size: 32_874_800, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:53648da6d37b5a802846615aa6b90347246e686268ae7f39358f5fd827f7eaf7', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
      },
    },
    {
      tags: ['10.0', '10.0-noble', '10.0.11', '10.0.11-noble', 'latest'],
      indexDigest: 'sha256:a365ce6a50b09176855d085c69da3fc1204a48432e36087e9a208f6e5860e235',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_VERSION=10.0.11'], Cmd: ['/bin/bash'], WorkingDir: '/' },
      unpackedSize: 249_411_816,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:b8e05609610100be32f0825a90f6f6ec2bc10963d09ab9f002441c3a259e533a',
          created: '2026-08-17T16:28:22.9979042Z',
          layers: [
            { digest: 'sha256:0926a8eb0e608a5c6888d1cd5594184bdf3ed3aa311dba5b42a547caefdc6f2e', size: 29_752_807, createdBy: 'Ubuntu root filesystem' },
            { digest: 'sha256:fec4a809307e7bda90ff1c6748db364449b114c8e177c479bab6778a01d7f487', size: 16_778_988, createdBy: 'RUN [apt-get install ca-certificates libicu libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:0473cde9c78f50b95244da44412c0953190674afebbacc3b09d3dfe337421a26', size: 3_569, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:b54d236794e55ecbcf764bb264169cc9227e0ce98586c9862676ddba2d723c54', size: 36_601_753, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:7c3556d7c0e39326d4860b77d86751868db333dadc2456836e10128fde3da16d', size: 155, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:d9400bdfa15549beb26b34708118e383cc42c2eb98dd8df61d01ef5f1621bffc',
          created: '2026-08-17T16:29:20.3761855Z',
          layers: [
            { digest: 'sha256:0b613318ea879878918380aa3aeb220dfe824e311b83bc955cb8a1d4319650ab', size: 28_887_235, createdBy: 'Ubuntu root filesystem' },
            { digest: 'sha256:db51588dd737e6c5febbbf8fe1e8efb283274da7fb3cc9ea61d120ed25234e9a', size: 16_750_981, createdBy: 'RUN [apt-get install ca-certificates libicu libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:a1de337932397fef51bb64ac7dc06a6320ce326fd439e606d4aeb317be2f7ceb', size: 3_565, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:8690d21b7ca8eda94326017a2709ad10d12673204e304da72ef86c2884826e4c', size: 34_445_653, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:22e6878eeeb226a2a00aed43bd4e06f75a2f492a7658a0b46107d0567f6bbe19', size: 154, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
          ],
        },
      },
    },
  ],
};
