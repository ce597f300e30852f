/** Every benchmark by name: runs the one that is named on the command line, in this process. */
import { digests } from './digests.ts';
import { frames } from './frames.ts';
import { ignoring } from './ignoring.ts';
import { keystroke } from './keystroke.ts';
import { memory } from './memory.ts';
import { parsing } from './parsing.ts';
import { tableText, type Table } from './report.ts';
import { growth, large, scene } from './solver.ts';
import { throughput } from './throughput.ts';

const suites: Readonly<Record<string, () => Table | Promise<Table>>> = { parsing, keystroke, digests, ignoring, memory, throughput, scene, large, growth, frames };

export const names = Object.keys(suites);

const suite = suites[process.env['LAYERSCOPE_BENCH'] ?? ''];
if (suite) console.log(tableText(await suite()));
