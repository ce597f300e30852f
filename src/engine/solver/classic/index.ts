/** The classic builder, before BuildKit. */
export { buildClassic } from './build.ts';
export { emptyClassicStore } from './image-store.ts';
export type { ClassicImage, ClassicStore } from './image-store.ts';
export type { ClassicRequest, ClassicResult } from './request.ts';
