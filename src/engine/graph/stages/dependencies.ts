/** Which stages a command reads, and what follows (BuildKit `toCommand`, `buildStageDependencyGraph`, `initOnBuildTriggers`). */
import { goLower } from '../../dockerfile/go/case.ts';
import { csvFields } from '../../dockerfile/go/csv.ts';
import { expandWord, parse, readInstruction, type Command } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { failure, type Failure, type Place } from '../failure.ts';
import { newOutline, newStage, type PlannedCommand, type StageState } from './stage-state.ts';

/** Finds what each command of each stage reads; images that are no stage become stages of their own. */
export function linkStages(conversion: Conversion): Failure | undefined {
  const { states } = conversion.stages;
  // The list grows while it is walked: images come in at its end, and have no commands.
  for (const state of states) {
    for (const command of state.stage?.commands ?? []) {
      const planned = planCommand(conversion, command, command, false);
      if (typeof planned === 'string') return failure(planned);
      state.commands.push(planned);
      addNeeds(conversion, state, planned);
    }
  }
  const circle = findCircle(states);
  if (circle) return circle;
  const [only] = states;
  if (states.length === 1 && only) only.displayName = '';
  return undefined;
}

function planCommand(conversion: Conversion, command: Command, place: Place, onBuild: boolean): PlannedCommand | string {
  const sources: StageState[] = [];
  if (command.type === 'COPY' && command.from !== '') {
    const source = copySource(conversion, command.from, place);
    if (typeof source === 'string') return source;
    sources.push(source);
  }
  if (command.type === 'RUN') {
    for (const value of command.mounts) {
      const name = mountSource(value);
      sources.push(conversion.stages.named(name) ?? externalImage(conversion, name));
    }
  }
  return { command, place, sources, onBuild };
}

function copySource(conversion: Conversion, from: string, place: Place): StageState | string {
  const plain = expandWord(from, () => undefined, { escape: conversion.escape });
  if (!plain.ok) return plain.message;
  if (plain.word !== from) return 'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround';
  if (!/^[+-]?\d+$/.test(from)) return conversion.stages.named(from) ?? externalImage(conversion, from, place);
  return conversion.stages.states[Number(from)] ?? `invalid stage index ${BigInt(from.replace('+', ''))}`;
}

/** What follows `from=` in a mount, before expansion; nothing is the empty file system. */
function mountSource(value: string): string {
  const csv = csvFields(value);
  let from = '';
  for (const field of csv.ok ? csv.fields : []) {
    const equals = field.indexOf('=');
    if (equals >= 0 && goLower(field.slice(0, equals)) === 'from') from = field.slice(equals + 1);
  }
  return from === '' ? 'scratch' : from;
}

function externalImage(conversion: Conversion, name: string, place?: Place): StageState {
  return newStage({ baseName: name, unregistered: true, outline: newOutline(), ...(place && { place }) }, conversion.targetPlatform);
}

function addNeeds(conversion: Conversion, state: StageState, planned: PlannedCommand): void {
  for (const source of planned.sources) {
    state.needs.set(source, planned);
    if (source.unregistered) conversion.stages.add(source);
  }
}

/** The first circle of COPY --from and mounts, with the places of the commands that make it. */
function findCircle(states: readonly StageState[]): Failure | undefined {
  const visited = new Set<StageState>();
  for (const start of states) {
    if (visited.has(start)) continue;
    const trail: { state: StageState; needs: Iterator<[StageState, PlannedCommand]>; place?: Place }[] = [];
    const open = new Set<StageState>();
    const enter = (state: StageState, place?: Place) => {
      visited.add(state);
      open.add(state);
      trail.push({ state, needs: state.needs.entries(), ...(place && { place }) });
    };
    enter(start);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.needs.next();
      if (next.done) {
        trail.pop();
        open.delete(top.state);
        continue;
      }
      const [needed, by] = next.value;
      if (open.has(needed)) {
        const places = [...trail.flatMap(({ place }) => (place ? [place] : [])), by.place];
        return failure(`circular dependency detected on stage: ${start.displayName}`, ...places);
      }
      if (!visited.has(needed)) enter(needed, by.place);
    }
  }
  return undefined;
}

/** Puts the triggers of a base before a stage's own commands. Answers whether stages may have become needed. */
export function addTriggers(conversion: Conversion, state: StageState, triggers: readonly string[]): boolean | string {
  const place = state.place ?? { lines: { first: 0, last: 0 }, range: { from: 0, to: 0 } };
  const planned: PlannedCommand[] = [];
  for (const trigger of triggers) {
    const parsed = parse(trigger);
    if (parsed.error) return parsed.error.message;
    const [node] = parsed.nodes;
    if (!node || parsed.nodes.length !== 1) return 'onbuild trigger should be a single expression';
    const read = readInstruction(node);
    if (!read.ok) return read.message;
    if (!('type' in read.instruction)) return '*instructions.Stage is not a command type';
    const command = planCommand(conversion, { ...read.instruction, lines: place.lines, range: place.range }, place, true);
    if (typeof command === 'string') return command;
    planned.push(command);
    addNeeds(conversion, state, command);
  }
  state.commands = [...planned, ...state.commands];
  state.stepTotal += planned.length;
  return planned.some(({ sources }) => sources.length > 0);
}
