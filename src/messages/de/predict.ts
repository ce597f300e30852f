import type { Translation } from '../catalogue.ts';
import type { predict as english } from '../en/predict.ts';

export const predict: Translation<typeof english> = {};
