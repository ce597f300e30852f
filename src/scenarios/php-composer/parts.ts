/** The parts of the engine that the first answer of this scene takes. */
export const parts: readonly string[] = ['gzip', 'image/docker.io/library/composer', 'image/docker.io/library/php', 'tools/php'];
