/** The parts of the engine that the first answer of this scene takes. */
export const parts: readonly string[] = ['gzip', 'image/docker.io/library/python', 'tools/debian', 'tools/python'];
