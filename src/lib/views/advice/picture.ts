import { advice } from '#engine/workspace/advice.ts';
import { figure, sentence, t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { writtenSvg, type Block } from '../written.ts';

export const picture: Picture = {
  view: 'advice',
  label: 'advice.tab',
  order: 95,
  draw: ({ id, title, workspace }, options) => {
    const found = workspace ? advice(workspace) : [];
    if (found.length === 0) return undefined;
    const blocks = found.flatMap(({ diagnostic, saves }, at): readonly Block[] => {
      const end = [saves?.milliseconds === undefined ? '' : `−${figure({ milliseconds: saves.milliseconds })}`, saves?.bytes === undefined ? '' : `−${figure({ bytes: saves.bytes })}`].filter((part) => part !== '').join('  ');
      return [
        { voice: 'small', words: t('picture.line', { line: diagnostic.lines[0]?.first ?? 1 }), tone: 'quiet', ...(at > 0 && { above: 12, ruled: true }), ...(end !== '' && { end }), ...(end !== '' && saves?.modelled && { endSign: 'modelled' }) },
        { voice: 'text', words: sentence(diagnostic.message) },
        { voice: 'small', words: [...sentence(diagnostic.hint), ...(diagnostic.saving ? [{ text: ' ', kind: 'words' } as const, ...sentence(diagnostic.saving)] : [])], above: 2 },
      ];
    });
    return writtenSvg(blocks, { ...options, id: `${id}-advice`, title, description: t('picture.advice-of', { n: found.length }) });
  },
};
