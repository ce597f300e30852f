/** The parts of the engine that the first answer of this scene takes. */
export const parts: readonly string[] = ['image/docker.io/library/ubuntu', 'tools/debian'];
