import type { AdviceRule, Finding } from '../advice.ts';
import { contextCopies, placesOf, type ContextCopy, type Facts, type RunFacts, type StageFacts } from '../facts.ts';

/** `RUN chown -R` or `chmod -R` of what COPY put there: every file goes into a second layer. */
export const recursiveOwner: AdviceRule = {
  name: 'recursive-owner',
  title: { id: 'advice.recursive-owner-title' },
  find(facts) {
    return facts.stages.flatMap((of) =>
      of.runs.flatMap((run): Finding[] => {
        const [command] = run.commands;
        const change = command && readChange(command.words);
        const above = change && contextCopies(of).findLast(({ copy, at }) => at < run.at && covers(change.path, copy.dest, of, at));
        if (!of.inImage || !change || run.commands.length !== 1 || !above) return [];
        const edit = flagged(facts, of, above, run, change.flag);
        const bytes = run.step?.bytes ?? 0;
        if (!edit && bytes === 0) return [];
        return [{
          range: run.run.range,
          lines: [run.run.lines],
          message: { id: 'advice.recursive-owner', values: { command: command.words[0] ?? '' } },
          hint: { id: 'advice.recursive-owner-hint', values: { copy: above.copy.name.toUpperCase(), flag: change.flag } },
          ...(edit ? { edit, gain: 'image', keepsImage: true } : { saves: { bytes } }),
        }];
      }),
    );
  },
};

interface OwnerChange {
  readonly flag: string;
  readonly path: string;
}

/** `chown -R app:app /app` → the flag of COPY that does the same; undefined for what COPY cannot do. */
function readChange(words: readonly string[]): OwnerChange | undefined {
  const [name, ...rest] = words;
  if ((name !== 'chown' && name !== 'chmod') || !rest.some((word) => /^-[a-zA-Z]*R|^--recursive$/.test(word))) return undefined;
  const [value, path, ...more] = rest.filter((word) => !word.startsWith('-'));
  if (value === undefined || path === undefined || more.length > 0 || /[$*?]/.test(value + path)) return undefined;
  if (name === 'chmod') return /^0?[0-7]{3,4}$/.test(value) ? { flag: `--chmod=${value}`, path } : undefined;
  return { flag: `--chown=${value}`, path };
}

/** Whether what was copied lies in the folder that is changed. */
function covers(path: string, dest: string, of: StageFacts, at: number): boolean {
  const [folder, copied] = [path, dest].map((each) => absolute(each, of, at));
  if (folder === undefined || copied === undefined) return false;
  return copied === folder || copied.startsWith(folder === '/' ? '/' : `${folder}/`);
}

function absolute(path: string, { stage }: StageFacts, at: number): string | undefined {
  if (path.includes('$')) return undefined;
  const folder = stage.commands.findLast((command, i) => i < at && command.type === 'WORKDIR');
  const cwd = folder?.type === 'WORKDIR' ? folder.path : '/';
  const parts = (path.startsWith('/') ? path : `${cwd}/${path}`).split('/').filter((part) => part !== '' && part !== '.');
  return `/${parts.join('/')}`;
}

/** The flag on the COPY, and the RUN gone; undefined where something between the two could matter to it. */
function flagged({ text, ...facts }: Facts, { stage }: StageFacts, { copy, at }: ContextCopy, { run, at: runAt }: RunFacts, flag: string): Finding['edit'] {
  const set = flag.startsWith('--chown') ? copy.chown : copy.chmod;
  if (set !== '' || stage.commands.slice(at + 1, runAt).some(({ type }) => type === 'RUN')) return undefined;
  const { keyword } = placesOf({ text, ...facts }, copy);
  const between = text.slice(keyword.to, run.range.from).trimEnd();
  return { range: { from: keyword.from, to: run.range.to }, replacement: `${text.slice(keyword.from, keyword.to)} ${flag}${between}` };
}
