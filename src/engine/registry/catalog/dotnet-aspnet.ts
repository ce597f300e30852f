import { standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem, ubuntuSystem } from './files/debian.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** The ASP.NET Core runtime. */
export const dotnetAspnet: CatalogImage = {
  repository: 'mcr.microsoft.com/dotnet/aspnet',
  releases: [
    {
      tags: ['8.0', '8.0-bookworm-slim', '8.0.30', '8.0.30-bookworm-slim'],
      indexDigest: 'sha256:b0beb9cc1dee1c1b0749796110d4734292071b814207ad0d4f40611f7db04f7b',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_VERSION=8.0.30', 'ASPNET_VERSION=8.0.30'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 271_010_538,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:149d139eb6f11b9be8bc99c4d8cbd14f662d64d83359079ebb59e5f4a97bbefe',
          created: '2026-08-10T16:56:49.9639277Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:94720eab89da32a22539bd24d622f1d88bb64cbbd49f359425acafd0a7160077', size: 18_739_838, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:8feea256f4f50387ea415ec03923e73984139503462ad7c4b1ab7d32276d0c13', size: 3_332, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:426e0e96f55a174291a02648d1eaadd3fe5f28c62d0b0e702e74100de4da13b3', size: 32_262_867, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:7216a21996f1f66318b54231e4c2e39c8986227535647628d466e26c4748387a', size: 165, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:16065d0cee56265890a97dd21d625dcbc0f5d1a2a1cd2c9c188527a6d9bfd9ce', size: 11_098_054, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:0783df132d58071de79c9a3cf0b537fb69450d4e2a2dea3836367542f30f2557',
          created: '2026-08-10T16:57:16.4870385Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:7726ddc158da39be0a9aaeea045eb99570f0f12b291165495b1ed88c7828abc8', size: 18_539_936, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:d9bf53b551d6789369884b2077987d95b3f9a945d985fd944e2cc0a7977dd471', size: 3_333, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:b779be72353204a5925f099f64d12862c145818f03089a33f0bee2a8a1228e43', size: 30_840_903, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:ce14c22e2b09daafa4fb461e71667f25c14608038bc368570409d15a9d3d3f12', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:740471f7016203926dd5301588cd988b3cf7d75ad0faf77d0ea275a92a948b4f', size: 10_767_998, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
      },
    },
    {
      tags: ['8.0-alpine', '8.0-alpine3.24', '8.0.30-alpine3.24'],
      indexDigest: 'sha256:b288317d8ed45bb763fa95dbc807cf9d36e3bf9373ec2fac6b6548675f1f4b23',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=8.0.30', 'ASPNET_VERSION=8.0.30'], Cmd: ['/bin/sh'], WorkingDir: '/' },
      unpackedSize: 144_916_767,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:6daacf6eca9a8862c243fae14642f942d2acdbaee8511ca1c7cda01eb1130408',
          created: '2026-08-10T16:56:57.849977Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:2a1956658526fd51902fbc5b1fb0b996f4515fa5b2a9f8f11b7bc00df5daa6fe', size: 1_087_224, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:73368dcd9fe86594c6ddf02fc920ec99ca93e23d4930855fc1fd82f3f3142f0d', size: 945, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:16a998e823e1a1a106278de16647a2778c1171706a498ca6526fee973008f48d', size: 32_272_680, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:24cd951222aed29d627837cba36d6a4b51515df2ca3d06ed13fc4ab148860843', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:f94543cc58b8de85d8dca45d67218802929ffbdee3e2cbf392f367c9d47ee3b0', size: 11_098_185, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:3dfdd97ccc8b8f9fd5fd5f86c4fc78ce34601dd6b88b41e62008f97c8703b72b',
          created: '2026-08-10T16:56:42.8158961Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:d42eeb15bfa287a9c63dcf53088683ce46f781b02cc80c67eea5dfdc46b38d7b', size: 1_024_775, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:f5552982006c088c4ec4a7b8210ce0193091dfed210cc6bf36939cccc5221dc0', size: 948, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:c237a934ef8a43a0abc5ff1b70a4f551494187ecdcc14e85122b51a0a80265f9', size: 30_860_484, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:e41f11bb0b22fd55f9197e60377e5cbdb2c3bea8bb3142d835a9f96d8985a7ad', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:80d57e8dcf28f63ecb0dac066bee0909e2c26b2ee620af4aa540277eaee85a97', size: 10_768_034, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
      },
    },
    {
      tags: ['9.0', '9.0-bookworm-slim', '9.0.19', '9.0.19-bookworm-slim'],
      indexDigest: 'sha256:4e376dd15bbc8437d4892367ab0ea06a3ac9fea482d10f92f3c493fe1a2219ad',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_VERSION=9.0.19', 'ASPNET_VERSION=9.0.19'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 278_598_804,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:4becc4696317b84f148ac8511f2d6d119e381f74ce524661b90b5774f810157f',
          created: '2026-08-10T16:58:18.3846284Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:4a7797759a8f8494049bcfa9cd6bf6fcd50703d3ff1c225aa08fa2f9b817e618', size: 18_739_884, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:27fefc7a834d8e57ab2da59228df0593617ee2117b7e61ec902daac8566169a2', size: 3_332, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:48cc0787871336078da841f4565914d0011450ee9a4a6867d71fc729cf41a3f1', size: 34_566_634, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:ba4ae9d71750d0d7e27a346ac5e540d1505c5ff4c7e285a93515b5077d564873', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:5fa4f9e36fc21acce0f979ace2f829dddf8a826fbee8c78af205d192b0d5ddb3', size: 11_323_664, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:196e30475b1147370618ae64723a2bf4e6ae8d3c1c8df5f8187a8cfbd828022b',
          created: '2026-08-10T16:58:51.6445913Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'Debian 12 bookworm-slim root filesystem' },
            { digest: 'sha256:8c019dddc00f4f08a3cea82c018fed4d13762fba1f45e809435c0fa31a87e7c9', size: 18_540_033, createdBy: 'RUN [apt-get install ca-certificates libicu72 libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:a148954c53544bdf1d3c67f2770c3192fc8401e21f81974b9e3af5fef37dea53', size: 3_334, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:0b4de2cab0789db0198a0c9083db187380bc8bfd9b56f5957d2007785541c73b', size: 32_859_054, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:728255ac8786b68a8c1e49f4429f388555374c35a8918bdbf7fe5c9e3df7cc4b', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:15e3595617586bae2ff876d4cf5c183f24f43f2b34f192b4fbd5ec8c3a705ab4', size: 10_933_491, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
      },
    },
    {
      tags: ['9.0-alpine', '9.0-alpine3.24', '9.0.19-alpine3.24'],
      indexDigest: 'sha256:5dbc97def14ef05703726eb4ceaab4780700884c59b78f82dc43a8b0cc419fec',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=9.0.19', 'ASPNET_VERSION=9.0.19'], Cmd: ['/bin/sh'], WorkingDir: '/' },
      unpackedSize: 152_521_395,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:b4d02a9017cc3bedacf107d2b03966297315302ceebbef64aae7516d5e0924f4',
          created: '2026-08-10T16:57:22.2824633Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:6cb4660ea2267b6d13fc33e84ab91ff5bbc39b0c5360c0e2799bb500cc3b31d2', size: 1_087_214, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:7ff501b62557a962e54d2c69dc5ca3df8ff0a87080e040bedcccacf25535f0a8', size: 946, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:f399e79ccd720f1f6d60c3d11ed474c534f6241da36352852b9fe3d01dd51ff2', size: 34_582_141, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:484dc1c47ee609a34d6e37b006feb2a177fc1093433b1212086f5e41fe431f33', size: 167, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:2ac9e6fd11f5532c5e8398fb2ed55105a242cefeabe3684e1da1f4e209374531', size: 11_323_606, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:19059840a2994982c4e9676c2572a5943388ae5e00d6661f8702df27233923f5',
          created: '2026-08-10T16:56:56.1625367Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:3423de997f98ec2592e9fa20f92c91eb389798d024f4ce89912b0dc145a5208b', size: 1_024_783, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:ab9983fba50ef4ea1c51294950b8cde766a899ec9998fecae5ea3af3cfc43b13', size: 946, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:4d51fd8045f13c6ec66d3c45fb2e7bde026974b2fef808dcefdd83582b5d87da', size: 32_874_800, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:53648da6d37b5a802846615aa6b90347246e686268ae7f39358f5fd827f7eaf7', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:c187355bfdae89fd541aee13e56ff5e2826787de616740f495b83067f5b43e40', size: 10_933_497, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
      },
    },
    {
      tags: ['10.0', '10.0-noble', '10.0.11', '10.0.11-noble', 'latest'],
      indexDigest: 'sha256:a4556ed033fa96f984bb7a8d348851cb2d36b1281dd2420070045f664fbb5f94',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_VERSION=10.0.11', 'ASPNET_VERSION=10.0.11'], Cmd: ['/bin/bash'], WorkingDir: '/' },
      unpackedSize: 287_606_904,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:1dcd9841b075d1d1013caa170b86ae58b8a8a563de9a3e319fd46a45e7ecc130',
          created: '2026-08-17T16:28:28.1029736Z',
          layers: [
            { digest: 'sha256:0926a8eb0e608a5c6888d1cd5594184bdf3ed3aa311dba5b42a547caefdc6f2e', size: 29_752_807, createdBy: 'Ubuntu root filesystem' },
            { digest: 'sha256:fec4a809307e7bda90ff1c6748db364449b114c8e177c479bab6778a01d7f487', size: 16_778_988, createdBy: 'RUN [apt-get install ca-certificates libicu libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:0473cde9c78f50b95244da44412c0953190674afebbacc3b09d3dfe337421a26', size: 3_569, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:b54d236794e55ecbcf764bb264169cc9227e0ce98586c9862676ddba2d723c54', size: 36_601_753, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:7c3556d7c0e39326d4860b77d86751868db333dadc2456836e10128fde3da16d', size: 155, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:7bcbe6840c895dc21041872b697b2da66e77e9e72a8905587cee976547597c61', size: 12_731_696, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:86bc295dd6f7b8ca98ee4bfe39ea5bae8e094da99072fdf42db1d7d7d42190e9',
          created: '2026-08-17T16:29:26.7818993Z',
          layers: [
            { digest: 'sha256:0b613318ea879878918380aa3aeb220dfe824e311b83bc955cb8a1d4319650ab', size: 28_887_235, createdBy: 'Ubuntu root filesystem' },
            { digest: 'sha256:db51588dd737e6c5febbbf8fe1e8efb283274da7fb3cc9ea61d120ed25234e9a', size: 16_750_981, createdBy: 'RUN [apt-get install ca-certificates libicu libssl3 libstdc++6 tzdata]' },
            { digest: 'sha256:a1de337932397fef51bb64ac7dc06a6320ce326fd439e606d4aeb317be2f7ceb', size: 3_565, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:8690d21b7ca8eda94326017a2709ad10d12673204e304da72ef86c2884826e4c', size: 34_445_653, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:22e6878eeeb226a2a00aed43bd4e06f75a2f492a7658a0b46107d0567f6bbe19', size: 154, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:894664a121c34fb4b2318cf1c87536ad90cd508ecb67998140093ce6597d0c87', size: 12_216_067, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
      },
    },
    {
      tags: ['10.0-alpine', '10.0-alpine3.24', '10.0.11-alpine3.24'],
      indexDigest: 'sha256:c4b29bf368004ad9076c1ab9bc91fb373561e3905b4345637e14e8b8c57e3be8',
      config: { Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=10.0.11', 'ASPNET_VERSION=10.0.11'], Cmd: ['/bin/sh'], WorkingDir: '/' },
      unpackedSize: 162_841_782,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:f95807c53deaba56064fd7c490378869e9fa94c787e8ff7a028ea893d4d9fcea',
          created: '2026-08-10T16:59:19.7805062Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:3fd013e7b28ef8ae8ccf38207401f85e906084cea85a9ced2f6e41e14f4a5f48', size: 1_087_219, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:11e47d66b60beaa7e1d64a0f523a47efbdf14b30f45eccfd4aaad5e46e445263', size: 945, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:5e3fe1d9ba96738cc90129ac69caffc9c4e750b39d69456ab81fce9768797d3a', size: 36_609_115, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:d4e51b7eac131d5be2ceffb5bfed124aec51db108795ccdc8c6e032a74c94f8d', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:e8a535b2fd4d76a515b903594168f3ba54b22d7a7c92a52c3f99f33b1ee25c10', size: 12_736_760, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:971933f58b90f2f20a43df28b97a249aece87e5e3a1e250a04dd8a4fb8e8dbe5',
          created: '2026-08-10T16:58:43.0633043Z',
          layers: [
            { digest: 'sha256:5de55e5ef9c033997441461efe7ba23a986db059c0bb78b38f84ee0d72b99167', size: 4_183_037, createdBy: 'Alpine root filesystem' },
            { digest: 'sha256:b1b06a34ff370dc0dc489ebd259419baa1dd47765d93cbc07dddbf886900361b', size: 1_024_784, createdBy: 'RUN [apk add ca-certificates-bundle libgcc libssl3 libstdc++ zlib]' },
            { digest: 'sha256:a9e3501c06879e9ad5cb05aa9cb935d2a35c3cedc9a0ddd788ef32061c2a8c1d', size: 947, createdBy: 'RUN [adds user app (1654)]' },
            { digest: 'sha256:5b21c644d8acf23edb97746e176bcda3f26da99cfd08d11af868362eb885475b', size: 34_450_116, createdBy: 'COPY /dotnet /usr/share/dotnet (runtime)' },
            { digest: 'sha256:721ee22bc4c91c5e0195863f569d6ca9b050d86c0766f8f4f50d5c6f16229f71', size: 164, createdBy: 'RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet' },
            { digest: 'sha256:f633870c53f13c8d1e754ea756b8c6d041c8d4e8f7a4af76a0ac35309e5ea6fa', size: 12_222_921, createdBy: 'COPY /dotnet /usr/share/dotnet (ASP.NET Core shared framework)' },
          ],
        },
      },
    },
    {
      tags: ['8.0-noble-chiseled', '8.0.30-noble-chiseled'],
      indexDigest: 'sha256:b58eeb5be24d746a11a0f608d8acc6b4a4a1c62f7c488187024893aa3ec1832f',
      config: { User: '1654', Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=8.0.30', 'ASPNET_VERSION=8.0.30'], WorkingDir: '/' },
      unpackedSize: 147_666_708,
      root: () => tree(distrolessFiles, { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:a165567e6f0b27014249ef6db2d9a5efa19f1a1532d5de3a4d3a218b21727f11',
          created: '2026-08-10T16:58:34.7557604Z',
          layers: [
            { digest: 'sha256:56d1226bdc4614926443aa10f9cf062747cb734bb6c806cc7820ff1ca664c6e4', size: 5_861_000, createdBy: 'undefined' },
            { digest: 'sha256:8ce83c3796cd31fffedcead8e6aee92a83be7c8162411f737673c6989054fba6', size: 121, createdBy: 'undefined' },
            { digest: 'sha256:899a82345928ab25851d109be80c36828f30ddb8cff9059a7b4745adcda63540', size: 32_262_907, createdBy: 'undefined' },
            { digest: 'sha256:f575c03a86a4ecf363b67dd0aae6a3baea26de34fabdc8566523415280768e5c', size: 150, createdBy: 'undefined' },
            { digest: 'sha256:85028a362908e0e7d4dbde43f8bbd6124b7c9c79fa41b7382f1bb4cccf5fac86', size: 11_098_058, createdBy: 'undefined' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:2923147d4a053343fc4c6f25216ff31ddb2321c55b25e04f3a90580055dfd35f',
          created: '2026-08-10T16:58:48.7817916Z',
          layers: [
            { digest: 'sha256:9d94f23990be89b88bb2ada1aa87f2d075624fe42e5608e24cc69ea2c0d9254b', size: 4_731_070, createdBy: 'undefined' },
            { digest: 'sha256:456fcded2be4cd436196f32c33d7f07f987fb91b1a313d62f6ca0ef3b300ee82', size: 118, createdBy: 'undefined' },
            { digest: 'sha256:918120c969a622ad5ada41660ff2e161ac438c1e81f0459490754105aa1ecd79', size: 30_840_898, createdBy: 'undefined' },
            { digest: 'sha256:5e3362d8a59bc7f5a54ed4392d816aac8f2428f55901df9ce1e19422487933a8', size: 150, createdBy: 'undefined' },
            { digest: 'sha256:57816289f47faa891790d0427e94ed3db250b92f1a97ef6ec041f9b90b80d337', size: 10_767_996, createdBy: 'undefined' },
          ],
        },
      },
    },
    {
      tags: ['9.0-noble-chiseled', '9.0.19-noble-chiseled'],
      indexDigest: 'sha256:8c3eedb0fd2bc712022f125fb9c8dbca350f02c111018aee0aa314bcf3a1ae72',
      config: { User: '1654', Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=9.0.19', 'ASPNET_VERSION=9.0.19'], WorkingDir: '/' },
      unpackedSize: 155_068_056,
      root: () => tree(distrolessFiles, { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:858036b7893357ec79372f78f112c0dde1d43fbaf16d11891c3d711d5fbd735b',
          created: '2026-08-10T17:00:45.279561Z',
          layers: [
            { digest: 'sha256:c48461dcbc4faa983b9fd4ea5f838f0146afdc62b4f2e064915bd5845a94cdd1', size: 5_798_790, createdBy: 'undefined' },
            { digest: 'sha256:b2a610ff461b9513b7fb353def7381153492f5a9a4ecc5ed215396539e799c96', size: 119, createdBy: 'undefined' },
            { digest: 'sha256:c850490fd9d61d65ef27c22397630d7c4983ec710ff5e9f95e8c6f56cce87770', size: 34_566_650, createdBy: 'undefined' },
            { digest: 'sha256:de0bf5ff7adba402ce244dd85d3c242f791e14d5ed2ff2f4e5c80e60b3313ac2', size: 150, createdBy: 'undefined' },
            { digest: 'sha256:5c90d80242cb556304eb2607f9c19c3406d34485d905368c20ca15aa19ac1ddc', size: 11_323_643, createdBy: 'undefined' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:7585009536de33aa2655948e498f47b0573733e71b62c601159fe46698d1a365',
          created: '2026-08-10T17:00:32.4026794Z',
          layers: [
            { digest: 'sha256:14a0c141ce64c4162ef5179c7870f926838490de443e15682ecf20d5919a6937', size: 4_667_613, createdBy: 'undefined' },
            { digest: 'sha256:1785fd22fe6332681a977152cc6e1c494a9dc61a5f87237d813778fa50eb2a3f', size: 120, createdBy: 'undefined' },
            { digest: 'sha256:cc5ceb023f04987ee5e4cea956a85507f0fca778d9d657c95a147058da5ed673', size: 32_859_028, createdBy: 'undefined' },
            { digest: 'sha256:e1755f34eeff3c99bdeaec560c62bcbce9e669dcbf345baf8965cac1377a9eff', size: 151, createdBy: 'undefined' },
            { digest: 'sha256:e06f2253925b45c3a1b20fbc538e60855ab87aa79c75a043adc08a8217ea10c8', size: 10_933_493, createdBy: 'undefined' },
          ],
        },
      },
    },
    {
      tags: ['10.0-noble-chiseled', '10.0.11-noble-chiseled'],
      indexDigest: 'sha256:0839314d08bb65da369135389a5d8291f75ace587fbb0488f469eb92c62eef68',
      config: { User: '1654', Env: [standardPath, 'APP_UID=1654', 'ASPNETCORE_HTTP_PORTS=8080', 'DOTNET_RUNNING_IN_CONTAINER=true', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true', 'DOTNET_VERSION=10.0.11', 'ASPNET_VERSION=10.0.11'], WorkingDir: '/' },
      unpackedSize: 165_413_265,
      root: () => tree(distrolessFiles, { 'usr/share/dotnet/dotnet': 70_000, 'usr/bin/dotnet': 70_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:edec6ea65a92f432083a8f75fc3c18addd004015bbd4d523ce1d13e23b347008',
          created: '2026-08-10T17:01:17.9907478Z',
          layers: [
            { digest: 'sha256:def854da5956476bcadf65ed422b8c05557e1a7b517822950c2c0faacc90e9b7', size: 5_804_045, createdBy: 'undefined' },
            { digest: 'sha256:12ef4e442d47820e93ebe5c9f236f0b112033d4590a73f661169df351419b2c0', size: 119, createdBy: 'undefined' },
            { digest: 'sha256:6db3a30f546a6a202c782031f663c61ec37067e45244b248939cb659c4d5a835', size: 36_601_728, createdBy: 'undefined' },
            { digest: 'sha256:f619da09acfd4e1ef72749d405b458c5c2e92c5c86b8ab3d9156b4554da573de', size: 151, createdBy: 'undefined' },
            { digest: 'sha256:843cba457a118410168c2546fd9a5a5d9d3bf0be6c06831265e862750a89852f', size: 12_731_712, createdBy: 'undefined' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:136a4032cf2e4aa4a5649684bf669684086e53ee2b65e408992426109af6a2c5',
          created: '2026-08-10T17:00:24.339824Z',
          layers: [
            { digest: 'sha256:6923aa6c7782367145e9cbed7651f0aaaa8cc329184915583043c32c2d4edc67', size: 4_672_458, createdBy: 'undefined' },
            { digest: 'sha256:9fe94547529dc46a7bbcd48aeeec3813963662676920da7ab7b4e343d43d3b06', size: 121, createdBy: 'undefined' },
            { digest: 'sha256:7e489a0f6bbc052c6e76e1f23cf11e379e4490c095ae191c5efe2554ba15b30f', size: 34_445_635, createdBy: 'undefined' },
            { digest: 'sha256:4f598f01e69395acc252248704ecda624d5abfd25612a41cb78e2807408446f3', size: 151, createdBy: 'undefined' },
            { digest: 'sha256:ffff89c1934b407e4ebf69c42511e3927c80206be74f9031bcd1332b147789ab', size: 12_216_075, createdBy: 'undefined' },
          ],
        },
      },
    },
  ],
};
