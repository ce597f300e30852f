/** Dockerfile text → syntax tree, against the parsers of npm. */
import { parse as parseLines } from 'docker-file-parser';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from '#engine/dockerfile/index.ts';
import { realOrGenerated } from './dockerfiles.ts';
import { takeTurns, type Task } from './measure.ts';
import { mbps, megabytesPerSecond, times, type Row, type Table } from './report.ts';

/** BuildKit's `parser.Parse` (Go) over the same texts, measured once on another machine: MB/s. */
const buildKit = 13.4;

const speedGoal = 20;
const astGoal = 10;

export function parsing(): Table {
  const { texts, about } = realOrGenerated();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const over = (each: (text: string) => unknown): Task => () => () => texts.reduce((count, text) => count + (each(text) ? 1 : 0), 0);
  const tasks = [over(parse), over((text) => DockerfileParser.parse(text)), over((text) => parseLines(text))] as const;
  const [own, ast, lines] = takeTurns(tasks, 7, 3).map((time) => megabytesPerSecond(bytes, time)) as [number, number, number];
  const against = (name: string, peer: number, goal?: number): Row => ({
    name: `against ${name}`,
    ours: mbps(own),
    peers: mbps(peer),
    ratio: times(own / peer),
    ...(goal !== undefined && { goal: `≥ ${times(goal)}`, met: own >= goal * peer }),
  });
  return {
    title: 'parsing: Dockerfile text to syntax tree',
    note: `${about}, ${(bytes / 1e6).toPrecision(3)} MB`,
    rows: [
      { name: 'parse', ours: mbps(own), goal: `≥ ${speedGoal} MB/s`, met: own >= speedGoal },
      against('dockerfile-ast', ast, astGoal),
      against('docker-file-parser', lines),
      against("BuildKit's Go parser (measured once, elsewhere)", buildKit),
    ],
  };
}
