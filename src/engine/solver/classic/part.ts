/** The classic builder as a part that a page loads with the first machine that has it. */
import { Part } from '../../source/part.ts';
import type { ClassicRequest, ClassicResult } from './request.ts';

export const classicBuilder: Part<(request: ClassicRequest) => ClassicResult> = new Part('classic builder', async () => (await import('./build.ts')).buildClassic);
