/** The graph in words: what came of the steps, and how many there are. */
import type { BuildRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';
import { sentenceOf } from './lettering.ts';
import { countsOf } from './strata.ts';

export const describeGraph = (record: BuildRecord): string => `${sentenceOf(record, countsOf(record))} ${t('gallery.picture-of', { stages: record.stages.length, steps: record.steps.length })}`;
