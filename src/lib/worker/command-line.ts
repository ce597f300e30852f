/** The simulated command line as a part of the engine that is loaded with the first typed line. */
import { Part } from '#engine/source/part.ts';
import type { Execute } from '#engine/workspace/execute.ts';

export const commandLine = new Part('docker', () => import('#engine/docker/index.ts'));

/** Runs a line; throws `MissingPart` before the command line is loaded. */
export const execute: Execute = (...line) => commandLine.value.execute(...line);
