import type { Translation } from '../catalogue.ts';
import type { checks as english } from '../en/checks.ts';

export const checks: Translation<typeof english> = {};
