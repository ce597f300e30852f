/** The simulated registry. Signatures first: for now, the base images it serves. */
import type { BaseImage } from '../image/base.ts';

/** A reference as written (`golang:1.22`) and a platform → the image, or BuildKit's words (`docker.io/library/nosuch:latest: not found`). */
export declare function resolveImage(ref: string, platform: string): BaseImage | { readonly error: string };
