/** What a build with the classic builder is asked for and what it gives: `DOCKER_BUILDKIT=0 docker build`. */
import type { BuildRequest, BuildResult } from '../request.ts';
import type { ClassicStore } from './image-store.ts';

/** A request as for BuildKit, but with the images that the daemon has in the place of a build cache. */
export type ClassicRequest = Omit<BuildRequest, 'store'> & { readonly store: ClassicStore };

/** The record is the same, so that the views can draw it. */
export type ClassicResult = Omit<BuildResult, 'store'> & { readonly store: ClassicStore };
