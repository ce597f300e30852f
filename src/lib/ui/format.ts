/** Numbers as the interface writes them: the engine's own sentences have the same. */
export * from '#engine/source/figures.ts';
