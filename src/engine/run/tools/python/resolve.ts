/** From requirements to distributions: what they need is followed, pins and constraints decide versions. */
import { varied } from '../model.ts';
import { DISTRIBUTIONS, type DistributionRow, type WheelKind } from './distributions.ts';
import { readRequirement, type Requirement } from './requirement.ts';

export interface Distribution {
  readonly name: string;
  readonly version: string;
  /** Bytes of the wheel, and of what it is unpacked to. */
  readonly wheel: number;
  readonly installed: number;
  readonly kind: WheelKind;
  /** Names of what it needs. */
  readonly needs: readonly string[];
  /** Built without CUDA, from an index of its own. */
  readonly local?: string;
}

export interface Resolved {
  readonly distribution: Distribution;
  /** Who asked for it first: ` (from flask==3.1.2->-r requirements.txt (line 1))`. */
  readonly origin: string;
  readonly specifier: string;
}

export interface Question {
  readonly requirements: readonly Requirement[];
  readonly constraints?: readonly Requirement[];
  /** Requirements are taken without what they need. */
  readonly alone?: boolean;
  /** The index of PyTorch builds for processors is asked. */
  readonly cpu?: boolean;
}

const ROWS: ReadonlyMap<string, DistributionRow> = new Map(DISTRIBUTIONS.map((row) => [row[0], row]));

/** Bytes that a wheel is unpacked to: 3.8 times its own, as public lock files and images have it for pure Python. */
const UNPACKED = 3.8;

/** What is known of a name, or made up from it where nothing is. `size`: bytes of the wheel where a lock file says. */
export function distributionOf(name: string, version?: string, size?: number, cpu = false): Distribution {
  const isCpu = (cpu || version?.endsWith('+cpu') === true) && /^torch(vision|audio)?$/.test(name);
  const row = (isCpu ? ROWS.get(`${name}+cpu`) : undefined) ?? ROWS.get(name);
  const plain = version ?? row?.[1] ?? '1.0.0';
  const chosen = isCpu && !plain.includes('+') ? `${plain}+cpu` : plain;
  if (!row) return { name, version: chosen, wheel: size ?? varied(name, 120_000), installed: Math.round((size ?? varied(name, 120_000)) * UNPACKED), kind: 'any', needs: [] };
  const [, , wheel, installed, kind, needs] = row;
  const ratio = size === undefined ? 1 : size / Math.max(1, wheel);
  return { name, version: chosen, wheel: size ?? wheel, installed: Math.round(installed * ratio), kind, needs: needs.split(' ').filter((one) => one !== '') };
}

/** Names of what an extra of a distribution brings, without the distribution itself. */
export function extraNeeds(name: string, extra: string): string[] {
  return (ROWS.get(`${name}[${extra}]`)?.[5] ?? '').split(' ').filter((one) => one !== '' && one !== name && !one.includes('['));
}

/** All distributions in the order in which they are found, or pip's words where two pins contradict each other. */
export function resolve(question: Question): { readonly found: readonly Resolved[] } | { readonly error: string } {
  const pins = new Map<string, Requirement>();
  for (const one of [...question.requirements, ...(question.constraints ?? [])]) {
    if (one.pin === undefined) continue;
    const other = pins.get(one.name);
    if (other?.pin !== undefined && other.pin !== one.pin) {
      return { error: `Cannot install ${one.name}==${other.pin} and ${one.name}==${one.pin} because these package versions have conflicting dependencies.` };
    }
    pins.set(one.name, one);
  }
  const found = new Map<string, Resolved>();
  const queue: { name: string; specifier: string; origin: string }[] = question.requirements.flatMap((one) => {
    const entry = { name: one.name, specifier: one.specifier, origin: one.origin };
    return [entry, ...one.extras.map((extra) => ({ ...entry, name: `${one.name}[${extra}]` }))];
  });
  for (let at = 0; at < queue.length && at < 4000; at++) {
    const { name, specifier, origin } = queue[at]!;
    const bare = name.replace(/\[.*/, '');
    const isExtra = bare !== name;
    if (isExtra && !ROWS.has(name)) continue;
    if (!isExtra && found.has(name)) continue;
    const distribution = distributionOf(bare, pins.get(bare)?.pin, undefined, question.cpu);
    if (!found.has(bare)) found.set(bare, { distribution, origin, specifier: specifier || (pins.get(bare)?.pin === undefined ? '' : `==${pins.get(bare)!.pin}`) });
    if (question.alone) continue;
    const needs = isExtra ? ROWS.get(name)![5].split(' ') : distribution.needs;
    const via = `${bare}${pins.get(bare)?.pin === undefined ? '' : `==${pins.get(bare)!.pin}`}`;
    for (const need of needs) {
      if (need === bare || need === '') continue;
      const above = origin.replace(/^ \(from /, '->').replace(/\)$/, '');
      queue.push({ name: need, specifier: '', origin: ` (from ${via}${above})` });
    }
  }
  return { found: [...found.values()] };
}

/** Name and extra of a lock file's dependency, as requirements: for closures that a lock does not have. */
export function requirementsOf(texts: readonly string[]): Requirement[] {
  return texts.flatMap((text) => {
    const one = readRequirement(text);
    return one === undefined || one === 'excluded' ? [] : [one];
  });
}
