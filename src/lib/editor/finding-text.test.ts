import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { Message } from '#engine/source/message.ts';
import { text } from '#messages/index.ts';
import { findingText } from './finding-text.ts';

const error = (message: string, hint?: Message): Diagnostic => ({ code: 'instruction', severity: 'error', message, range: { from: 0, to: 1 }, lines: [], ...(hint === undefined ? {} : { hint }) });

const said = (message: string) => text(findingText(error(message)).sentence!);

describe('what is said about a finding', () => {
  it('is our sentence first, with BuildKit’s words unchanged', () => {
    const message = 'dockerfile parse error on line 6: unknown instruction: COPPY (did you mean COPY?)';
    expect(said(message)).toBe('Docker does not know the instruction COPPY. Did you mean COPY?');
    expect(findingText(error(message))).toMatchObject({ message, words: 'unknown instruction' });
    expect(said('dockerfile parse error on line 1: unknown instruction: FOO')).toBe('Docker does not know the instruction FOO.');
    expect(said('dockerfile parse error on line 2: unknown flag: --form (did you mean from?)')).toBe('This instruction has no flag --form. Did you mean --from?');
  });

  it('does not say of a command that fails that its line cannot be read', () => {
    expect(findingText(error('process "/bin/sh -c nginx -t" did not complete successfully: exit code: 1')).words).toBe('fails');
  });

  it('is the engine’s hint where there is one', () => {
    const hint = { id: 'editor.hint-heredoc', values: { name: 'END' } };
    expect(findingText(error('unterminated heredoc', hint)).sentence).toEqual(hint);
  });

  it('is BuildKit’s words alone where we know no better', () => {
    expect(findingText(error('something new'))).toEqual({ message: 'something new', words: 'cannot be read' });
  });
});
