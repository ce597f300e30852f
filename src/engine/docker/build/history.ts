/** Builds as `docker buildx history` knows them. */
import { sha256 } from '../../fs/index.ts';
import type { BuildRecord } from '../../solver/record.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The 25 letters and digits that stand for a build. */
export function buildRef(record: Pick<BuildRecord, 'number' | 'startedAt'>): string {
  return identifier(`build ${record.number} ${record.startedAt}`);
}

/** 25 letters and digits, always the same for a text, as BuildKit's random identifiers look. */
export function identifier(text: string): string {
  const hex = sha256(text).slice(7);
  return Array.from({ length: 25 }, (_, at) => letters[parseInt(hex.slice(at * 2, at * 2 + 2), 16) % letters.length]).join('');
}
