import { describe } from '#engine/workspace/describe.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { errorText } from '#engine/solver/progress/error-text.ts';
import { findingText } from '#lib/editor/finding-text.ts';
import type { SignName } from '#lib/ui/signs/sign.ts';
import { sentence, t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { writtenSvg, type Block } from '../written.ts';

const SIGNS: Readonly<Record<Diagnostic['severity'], SignName>> = { error: 'failed', warning: 'rebuilt', advice: 'not-needed' };

export const picture: Picture = {
  view: 'problems',
  label: 'page.problems',
  order: 90,
  draw: ({ id, title, record, workspace }, options) => {
    const diagnostics = workspace ? describe(workspace).diagnostics.filter(({ severity }) => severity !== 'advice') : [];
    const failure = errorText(record).replace(/\n$/, '');
    if (diagnostics.length === 0 && failure === '') return undefined;
    const blocks: readonly Block[] = [
      ...diagnostics.flatMap((diagnostic, at): readonly Block[] => {
        const { sentence: ours, message } = findingText(diagnostic);
        const place = `${diagnostic.file ?? 'Dockerfile'}${diagnostic.lines[0]?.first ? `:${diagnostic.lines[0].first}` : ''}`;
        const head = { sign: SIGNS[diagnostic.severity], end: place, above: at > 0 ? 10 : 0 };
        return ours ? [{ voice: 'text', words: sentence(ours), ...head }, { voice: 'output', words: message, indent: 20, tone: 'quiet' }] : [{ voice: 'output', words: message, ...head }];
      }),
      ...(failure === '' ? [] : [{ voice: 'small', words: t('problems.own-words'), tone: 'quiet', above: diagnostics.length > 0 ? 14 : 0 } as const]),
      ...(failure === '' ? [] : failure.split('\n').map((words) => ({ voice: 'output', words, tone: 'failed' }) as const)),
    ];
    return writtenSvg(blocks, { ...options, id: `${id}-problems`, title, description: t('picture.problems-of', { n: diagnostics.length + (failure === '' ? 0 : 1) }) });
  },
};
