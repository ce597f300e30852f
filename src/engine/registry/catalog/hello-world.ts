import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { tree } from './files/tree.ts';

/** One program that says hello: the smallest image there is to pull. */
export const helloWorld: CatalogImage = {
  repository: 'docker.io/library/hello-world',
  releases: [
    {
      tags: ['latest', 'linux'],
      indexDigest: 'sha256:5e23090353324d887c48ad5e5c56d294eab81588df9605b07d1afe895f9cc8f8',
      config: { Env: [standardPath], Cmd: ['/hello'], WorkingDir: '/' },
      unpackedSize: 10_200,
      root: () => tree({ hello: 10_200 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:d1a8d0a4eeb63aff09f5f34d4d80505e0ba81905f36158cc3970d8e07179e59e',
          configDigest: 'sha256:e2ac70e7319a02c5a477f5825259bd118b94e8b02c279c67afa63adab6d8685b',
          created: '2026-03-23T21:33:59Z',
          layers: [
            { digest: 'sha256:4f55086f7dd096d48b0e49be066971a8ed996521c2e190aa21b2435a847198b4', size: 2_415, createdBy: 'COPY hello / # buildkit' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:5099b89d7666cc2186cad769ddc262ddc7c335b33f5fe79f9ffe50a01282b23e',
          configDigest: 'sha256:eb84fdc6f2a3a064445bb2a2fbc89c515666c428d6c96b6ab68a4cd218819688',
          created: '2026-03-23T21:34:00Z',
          layers: [
            { digest: 'sha256:58dee6a49ef1c01bb8a00180d70f55b3527c8e7326a05b3c5135c4ff60cfb6d6', size: 3_149, createdBy: 'COPY hello / # buildkit' },
          ],
        },
      },
    },
  ],
};
