/** The containers of a machine: finding, keeping, naming them. */
import { sha256 } from '../../fs/index.ts';
import type { Container } from '../../workspace/container.ts';
import type { Session } from '../session.ts';

/** All of a machine, oldest first. */
export const containersOf = (session: Session): readonly Container[] => [...(session.machine.containers?.values() ?? [])];

/** By name, ID, or the beginning of an ID. */
export function findContainer(session: Session, text: string): Container | undefined {
  const all = containersOf(session);
  const name = text.replace(/^\//, '');
  const named = all.find((container) => container.name === name || container.id === text);
  if (named) return named;
  const matching = text === '' ? [] : all.filter(({ id }) => id.startsWith(text));
  return matching.length === 1 ? matching[0] : undefined;
}

/** Puts a container into the machine, in the place of one with its ID. */
export function keepContainer(session: Session, container: Container): void {
  session.machine = { ...session.machine, containers: new Map(session.machine.containers ?? []).set(container.id, container) };
}

/** Takes a container out of the machine. */
export function dropContainer(session: Session, { id }: Container): void {
  const containers = new Map(session.machine.containers ?? []);
  containers.delete(id);
  session.machine = { ...session.machine, containers };
}

/** dockerd's words for a container that is not there. */
export const noSuchContainer = (name: string): string => `No such container: ${name}`;

const moods = [
  'admiring', 'bold', 'clever', 'dazzling', 'eager', 'focused', 'gracious', 'happy', 'inspiring', 'jolly', 'keen', 'loving',
  'modest', 'nifty', 'optimistic', 'peaceful', 'quirky', 'relaxed', 'serene', 'trusting', 'upbeat', 'vibrant', 'wizardly', 'youthful',
  'zealous',
];
const people = [
  'allen', 'bell', 'curie', 'darwin', 'easley', 'franklin', 'goldberg', 'hopper', 'hamilton', 'jackson', 'kepler', 'lovelace',
  'mayer', 'noether', 'pascal', 'ritchie', 'shannon', 'turing', 'villani', 'wozniak', 'yalow',
];

/** A new ID; always the same at the same moment of the same scene. */
export function newId(session: Session): string {
  return sha256(`container ${session.now} ${containersOf(session).length} ${session.machine.name} ${session.process.machine.elapsed}`).slice('sha256:'.length);
}

/** A name as the daemon invents them, that no other container has. */
export function newName(session: Session, id: string): string {
  const taken = new Set(containersOf(session).map(({ name }) => name));
  for (let at = 0; ; at++) {
    const mood = moods[(parseInt(id.slice(at, at + 4), 16) || 0) % moods.length];
    const person = people[(parseInt(id.slice(at + 4, at + 8), 16) || 0) % people.length];
    const name = `${mood}_${person}${at > 50 ? at : ''}`;
    if (!taken.has(name)) return name;
  }
}
