import { buildOutput } from '#engine/solver/progress/output.ts';
import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { lastLines, writtenSvg, type Tone } from '../written.ts';
import { logLines, type LineKind } from './lines.ts';

/** Lines of a log that a picture has. */
const MOST = 160;

const TONES: Partial<Readonly<Record<LineKind, Tone>>> = { name: 'strong', cached: 'cached', error: 'failed', warning: 'strong' };

export const picture: Picture = {
  view: 'log',
  label: 'page.log',
  order: 80,
  draw: ({ id, title, record }, options) => {
    if (record.predicted) return undefined;
    const { shown, above } = lastLines(logLines(buildOutput(record).map(({ text }) => text).join('')), MOST);
    if (shown.length === 0) return undefined;
    return writtenSvg(
      [
        ...(above > 0 ? [{ voice: 'small', words: t('picture.lines-above', { n: above }), tone: 'quiet' } as const] : []),
        ...shown.map(({ text, kind }) => ({ voice: 'output', words: text, ...(TONES[kind] && { tone: TONES[kind] }) }) as const),
      ],
      { ...options, id: `${id}-log`, title, description: t('picture.log-of', { n: shown.length + above }) },
    );
  },
};
