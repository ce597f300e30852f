import { standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { tree } from './files/tree.ts';

function release(tag: string, indexDigest?: Release['indexDigest']): Release {
  return {
    tags: [tag],
    ...(indexDigest && { indexDigest }),
    config: { Env: [standardPath], Entrypoint: ['/bin/dockerfile-frontend'], WorkingDir: '/' },
    unpackedSize: 40_000_000,
    root: () => tree({ 'bin/dockerfile-frontend': 40_000_000 }),
    otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64'],
    platforms: { 'linux/amd64': { layers: [{ size: 13_000_000, createdBy: '[all layers of this image]' }] } },
  };
}

/** The program that reads Dockerfiles, as `# syntax=` names it. */
export const dockerfileFrontend: CatalogImage = {
  repository: 'docker.io/docker/dockerfile',
  releases: [release('1', 'sha256:ecfaec9ed6d810b56388c508f4121597bfbba70d41a6dfeee4d8cad5f295fc32'), ...['1.4', '1.7', '1.9', '1.10', '1.12', '1.14', '1.18', '1.20', '1-labs', '1.7-labs'].map((tag) => release(tag))],
};
