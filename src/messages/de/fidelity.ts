import type { Translation } from '../catalogue.ts';
import type { fidelity as english } from '../en/fidelity.ts';

export const fidelity: Translation<typeof english> = {};
