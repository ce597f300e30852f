import type { Translation } from '../catalogue.ts';
import type { importing as english } from '../en/import.ts';

export const importing: Translation<typeof english> = {};
