/** The parts of the engine that the first answer of this scene takes. */
export const parts: readonly string[] = ['image/docker.io/library/debian', 'image/docker.io/library/rust', 'tools/rust'];
