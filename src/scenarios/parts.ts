/** By scene, the parts of the engine that its first answer takes: so that a page can ask for them before the scene itself is there. */
const folders = import.meta.glob<readonly string[]>('./*/parts.ts', { import: 'parts', eager: true });

export const scenesParts: Readonly<Record<string, readonly string[]>> = Object.fromEntries(Object.entries(folders).map(([path, parts]) => [path.split('/')[1] ?? '', parts]));
