import type { Translation } from '../catalogue.ts';
import type { image as english } from '../en/image.ts';

export const image: Translation<typeof english> = {};
