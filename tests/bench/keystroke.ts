/** What the editor asks for after a key is pressed: the syntax tree, the typed instructions, the findings of all checks. */
import { parse, readInstructions } from '#engine/dockerfile/index.ts';
import { checkBuild } from '#engine/graph/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { generatedDockerfile } from './dockerfiles.ts';
import { takeTurns, type Task } from './measure.ts';
import { Random } from './random.ts';
import { ms, type Row, type Table } from './report.ts';

const lines = 500;
const goal = 2;

export function keystroke(): Table {
  const before = generatedDockerfile(new Random(3), lines);
  const random = new Random(4);
  // Every round types another letter at another place, so that nothing can be remembered by the text.
  const edited = () => {
    const at = before.indexOf('\n', random.below(before.length - 1));
    return `${before.slice(0, at)}${random.pick([...'abcdefgh'])}${before.slice(at)}`;
  };
  const check = (dockerfile: string) => checkBuild({ dockerfile, resolve: resolveImage });
  const { warnings, error } = check(before);
  const after = (work: (text: string) => unknown): Task => () => {
    const text = edited();
    return () => work(text);
  };
  const [parsed, typed, checked] = takeTurns([after(parse), after((text) => readInstructions(parse(text))), after(check)], 200, 100);
  const row = (name: string, time: number): Row => ({ name, ours: ms(time) });
  return {
    title: 'keystroke: a Dockerfile after one more letter',
    note: `${lines} lines, ${before.match(/^FROM /gm)?.length} stages, ${warnings.length} findings${error ? `, ${error.message}` : ''}; median of 200 letters`,
    rows: [row('parse', parsed), row('parse and read the instructions', typed), { ...row('parse and all checks of every stage', checked), goal: `< ${goal} ms`, met: checked < goal }],
  };
}
