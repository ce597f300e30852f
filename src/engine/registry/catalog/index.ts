/** Base images, one file each. */
import { alpine } from './alpine.ts';
import { busybox } from './busybox.ts';
import type { CatalogImage } from './catalog-image.ts';
import { debian } from './debian.ts';
import { distrolessStatic, distrolessStaticDebian12 } from './distroless-static.ts';
import { golang } from './golang.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { ubuntu } from './ubuntu.ts';

export type { CatalogImage, LayerFacts, PlatformFacts, Release } from './catalog-image.ts';

/** All images, by repository. */
export const catalog: readonly CatalogImage[] = [alpine, busybox, debian, golang, node, python, ubuntu, distrolessStatic, distrolessStaticDebian12];
