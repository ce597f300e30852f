import { standardPath, type CatalogImage } from './catalog-image.ts';
import { fedoraSystem, rpmFiles } from './files/rpm.ts';
import { tree } from './files/tree.ts';

/** Fedora: RPM packages and dnf. */
export const fedora: CatalogImage = {
  repository: 'docker.io/library/fedora',
  releases: [
    {
      tags: ['latest', '44'],
      indexDigest: 'sha256:43b29f65a41eb9c35e1cd5323e3bdf3b655c2357a9f4f1ff2f9c2798e5045d80',
      config: { Env: [standardPath, 'DISTTAG=f44container', 'FGC=f44', 'FBR=f44'], Cmd: ['/bin/bash'], WorkingDir: '/' },
      unpackedSize: 190_000_000,
      root: () => tree(rpmFiles(fedoraSystem)),
      otherPlatforms: ['linux/arm64', 'linux/ppc64le', 'linux/s390x'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:be9d65e2344d805cc11114319c685ecaa96b6d9b4350a0a6460cdb931babbd19',
          configDigest: 'sha256:ccb55df1d2413428166d80b08aa37a4bdcb61a63d09fff6f8abc0d561f311053',
          created: '2026-08-26T18:36:01Z',
          layers: [
            { digest: 'sha256:59259e167f1330a2378d204c639ab48759f9d49f292cf10905abc5ac474bc6c4', size: 69_396_734, createdBy: 'ADD fedora-20260826.tar / # buildkit' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:e402cca673711fee025f9ce21c6c08b1bd25ee26b3c482119c8675fbaaedbc85',
          configDigest: 'sha256:da5ed9cff0af80751b165c7e8f8dbe795498b56f5a436e8533d09402aa7b1249',
          created: '2026-08-26T18:36:06Z',
          layers: [
            { digest: 'sha256:a056ec3130acbc57acf84eb6673e6469c74c5f9758153df1ce778fbe98be3bf4', size: 65_817_728, createdBy: 'ADD fedora-20260826.tar / # buildkit' },
          ],
        },
      },
    },
  ],
};
