import { standardPath, type CatalogImage } from './catalog-image.ts';
import { amazonLinuxSystem, rpmFiles } from './files/rpm.ts';
import { tree } from './files/tree.ts';

/** Amazon Linux: RPM packages and dnf. */
export const amazonLinux: CatalogImage = {
  repository: 'docker.io/library/amazonlinux',
  releases: [
    {
      tags: ['2023', 'latest'],
      indexDigest: 'sha256:0c74e9fbba754003cfa179fd5cc65be7790d7248443276948704b8a858b298e5',
      config: { Env: [standardPath], Cmd: ['/bin/bash'], WorkingDir: '/' },
      unpackedSize: 146_000_000,
      root: () => tree(rpmFiles(amazonLinuxSystem)),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:2d3d063f7fc9fed492a1a7286a88f9852e9b391aa7a6fe91dedbb8381e0bb5b0',
          configDigest: 'sha256:566a2ae9d72c2eca3e03e9ca5babe0712c732c7abb266c352798e2d54c0a582c',
          created: '2026-07-18T00:04:23Z',
          layers: [
            { digest: 'sha256:3b5eb82da667b3e3ec6bc9d0b202bfba5f45c665af1ff4c33b4d24e971967e96', size: 54_574_264, createdBy: 'COPY /rootfs/ / # buildkit' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:86be5939c3c864a76c80d01a648c0f6b349d698f252921e10e7ae094df35d123',
          configDigest: 'sha256:29839038d7870395d88124653b600e1af916c33042f9b712b0cded2d0fc9186e',
          created: '2026-07-18T00:04:13Z',
          layers: [
            { digest: 'sha256:6e12116aae4fd69e40f0f0c465aeb7f71b0d7db5d37e40fced028a576a31ca9e', size: 53_449_232, createdBy: 'COPY /rootfs/ / # buildkit' },
          ],
        },
      },
    },
  ],
};
