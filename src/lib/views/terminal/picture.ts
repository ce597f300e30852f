import { currentState } from '#engine/workspace/workspace.ts';
import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { lastLines, writtenSvg, type Block } from '../written.ts';
import { printed } from './output.ts';

/** Lines of the terminal that a picture has. */
const MOST = 160;

export const picture: Picture = {
  view: 'terminal',
  label: 'terminal.tab',
  order: 85,
  draw: ({ id, title, workspace }, options) => {
    if (!workspace) return undefined;
    const { terminal, machines } = currentState(workspace);
    if (terminal.length === 0) return undefined;
    const lines = terminal.flatMap(({ machine, folder, line, output }): readonly Block[] => [
      { voice: 'output', tone: 'strong', words: `${machines.size > 1 ? `${machine} ` : ''}~/app${folder === '' ? '' : `/${folder}`} $ ${line}` },
      ...printed(output).flatMap(({ text, stream }) =>
        text
          .replace(/\n$/, '')
          .split('\n')
          .map((words): Block => ({ voice: 'output', words, ...(stream === 2 && { tone: 'quiet' }) })),
      ),
    ]);
    const { shown, above } = lastLines(lines, MOST);
    return writtenSvg(
      [...(above > 0 ? [{ voice: 'small', words: t('picture.lines-above', { n: above }), tone: 'quiet' } as const] : []), ...shown],
      { ...options, id: `${id}-terminal`, title, description: t('picture.terminal-of', { n: terminal.length }) },
    );
  },
};
