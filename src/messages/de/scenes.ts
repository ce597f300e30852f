import type { Translation } from '../catalogue.ts';
import type { scenes as english } from '../en/scenes.ts';

export const scenes: Translation<typeof english> = {};
