/** The classic builder, before BuildKit. */
import '#provided/classic';
import { classicBuilder } from './part.ts';
import type { ClassicRequest, ClassicResult } from './request.ts';

export { emptyClassicStore } from './image-store.ts';
export type { ClassicImage, ClassicStore } from './image-store.ts';
export type { ClassicRequest, ClassicResult } from './request.ts';

/** Runs one build on the virtual clock; what goes wrong is in `record.error`. Throws `MissingPart` where the builder is not loaded yet. */
export const buildClassic = (request: ClassicRequest): ClassicResult => classicBuilder.value(request);
