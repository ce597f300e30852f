import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { tree } from './files/tree.ts';

/** Debian with compilers, libraries and version control. */
export const buildpackDeps: CatalogImage = {
  repository: 'docker.io/library/buildpack-deps',
  releases: [
    {
      tags: ['trixie', 'stable', 'latest'],
      indexDigest: 'sha256:516cf84f11cfdacd5cf8a2120dda3e22478cf24e897b5c45f8a32ef27759f1d8',
      config: { Env: [standardPath], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 1_040_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:0e096517123537238d9049f485cf66abe9452694eb99cd1551cf05abdac01312',
          configDigest: 'sha256:859178fb7085e436ce465a778bb272fb948e4cf535215c86c7f6817673f8e5a5',
          created: '2026-07-14T03:18:11Z',
          layers: [
            { digest: 'sha256:b890c9407285c31d25426ef154b55c72e225f19b478a59451b01a8a44f5ea4f7', size: 49_312_572, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1783900800\'' },
            { digest: 'sha256:b453535073b6238aba838c5d063a1468b4d6a9aa54f81de64a4de304dc456685', size: 25_638_468, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { digest: 'sha256:9e002cae30c445bfdf70841ba6a8d772e913914a00fa0e0f7bd0e4c089aaa838', size: 67_792_989, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { digest: 'sha256:65956eab0c1ca261c14a3e13055ec8ca4f6ec75198f6ef0704d5194884466582', size: 236_258_363, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:d93087821719b46d695649b99e8dbfa74f65944be6787ba2e0bd8e4b90a23d8d',
          configDigest: 'sha256:8b89df3c2ff96731b0c77fde91d3481ef5a569a0d747759cac297ae6534dee3e',
          created: '2026-07-14T03:18:09Z',
          layers: [
            { digest: 'sha256:6b89e501e8efce0d3d87e3f6b0f85c417e799a3b36b8f44419609ba7fecf9563', size: 49_674_184, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'trixie\' \'@1783900800\'' },
            { digest: 'sha256:3198b4d4653b3225aa62931a3b1ff61435a6c99e83b6f2581bd52915332f78b7', size: 25_026_881, createdBy: 'RUN [apt-get install ca-certificates curl gnupg netbase sq wget]' },
            { digest: 'sha256:8f4f1d683f65087c4403277cc2e5a3d787025eb59d342271a327b23718904ab1', size: 67_595_593, createdBy: 'RUN [apt-get install git mercurial openssh-client subversion procps]' },
            { digest: 'sha256:79256f40905d77df81d1738841b42df00f81a53e4e600de7b74b82abccf93c3c', size: 226_376_937, createdBy: 'RUN [apt-get install g++ gcc make imagemagick autoconf automake and 30 -dev libraries]' },
          ],
        },
      },
    },
  ],
};
