import type { Translation } from '../catalogue.ts';
import type { files as english } from '../en/files.ts';

export const files: Translation<typeof english> = {};
