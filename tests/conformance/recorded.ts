import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildRecord } from '#engine/solver/record.ts';
import { compareStep } from './compare.ts';
import type { Recording } from './recording.ts';
import { runScenario } from './scenario.ts';
import type { Disagreement, SetReport } from './report.ts';
import { unknowable } from './unknowable.ts';

const read = new Map<string, readonly Recording[]>();

/** The scenarios of a folder by name, as `(name).json`; read once. */
export function readRecordings(folder: string): readonly Recording[] {
  const known = read.get(folder) ?? recordingsIn(folder);
  read.set(folder, known);
  return known;
}

function recordingsIn(folder: string): readonly Recording[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recording);
}

const ran = new WeakMap<Recording, readonly BuildRecord[]>();

/** The builds of a scenario, run once however many pages are about them. */
export function recordsOf(scenario: Recording): readonly BuildRecord[] {
  const records = ran.get(scenario) ?? runScenario(scenario).map(({ record }) => record);
  ran.set(scenario, records);
  return records;
}

/** All that disagrees in one scenario, but for what cannot be known of it; an exception is a disagreement too. */
export function disagreements(scenario: Recording, tally: (metric: string, agree: boolean) => void = () => undefined): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const excused = unknowable[scenario.name]?.metrics ?? [];
  try {
    recordsOf(scenario).forEach((record, step) => {
      for (const { metric, agree, expected, actual } of compareStep(scenario.steps[step]!.expect, record)) {
        if (excused.includes(metric)) continue;
        tally(metric, agree);
        if (!agree) found.push({ id: `${scenario.name} step ${step + 1}`, metric, expected, actual });
      }
    });
  } catch (error) {
    tally('runs', false);
    found.push({ id: scenario.name, metric: 'runs', expected: 'no exception', actual: error instanceof Error ? error.stack ?? error.message : error });
  }
  return found;
}

/** A folder of recordings as one set: agreement by metric, and of whole scenarios. */
export function compareRecordings(folder: string, only?: RegExp): SetReport {
  const metrics = new Map<string, { agree: number; total: number }>();
  const tally = (metric: string, agree: boolean): void => {
    const counts = metrics.get(metric) ?? { agree: 0, total: 0 };
    metrics.set(metric, { agree: counts.agree + (agree ? 1 : 0), total: counts.total + 1 });
  };
  const all: Disagreement[] = [];
  for (const scenario of readRecordings(folder)) {
    if (only && !only.test(scenario.name)) continue;
    const found = disagreements(scenario, tally);
    tally('scenarios', found.length === 0);
    all.push(...found);
  }
  return { name: 'recorded', metrics, disagreements: all };
}
