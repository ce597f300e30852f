import { sceneData } from '#lib/workbench/scene-data.ts';
import { defaultScenario } from '#scenarios/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => sceneData(defaultScenario);
