import { describe, expect, it } from 'vitest';
import { text } from '#messages/index.ts';
import { hoverAt } from './hover-text.ts';

/** Title and text for the place of the `|`. */
const at = (marked: string) => {
  const position = marked.indexOf('|');
  const hover = hoverAt(marked.replace('|', ''), position);
  return hover && { covers: marked.replace('|', '').slice(hover.range.from, hover.range.to), title: hover.title, text: [hover.text, hover.message && text(hover.message)].filter(Boolean).join('\n\n') };
};

describe('hover', () => {
  it('documents instructions, also inside ONBUILD', () => {
    expect(at('FROM a\nC|OPY . .')).toMatchObject({ covers: 'COPY', title: expect.stringContaining('COPY [flags] <source>... <destination>'), text: expect.stringContaining('Makes a layer') });
    expect(at('FROM a\nONBUILD R|UN x')).toMatchObject({ covers: 'RUN' });
  });

  it('documents flags and the fields of mounts', () => {
    expect(at('FROM a\nCOPY --pa|rents a b')).toMatchObject({ title: '--parents', text: expect.stringContaining('Since Dockerfile 1.20') });
    expect(at('FROM a\nRUN --netw|ork=none x')).toMatchObject({ title: '--network=<value>', text: expect.stringContaining('`host`') });
    expect(at('FROM a\nRUN --mount=type=cache,sha|ring=locked,target=/x y')).toMatchObject({ covers: 'sharing=locked', title: 'sharing' });
    expect(at('FROM a\nRUN --mount=ty|pe=cache,target=/x y')).toMatchObject({ covers: 'type=cache', text: expect.stringContaining('keeps from build to build') });
  });

  it('says what a variable is worth and where it was set', () => {
    expect(at('FROM a\nENV A=1\nENV A=2\nWORKDIR /$|A')).toEqual({ covers: '$A', title: 'A=2', text: 'ENV, line 3.' });
    expect(at('ARG V=9\nFROM a\nARG |V')).toEqual({ covers: 'V', title: 'V=9', text: 'ARG, line 1.' });
    expect(at('FROM a\nRUN echo $|HOME')).toMatchObject({ title: 'HOME', text: expect.stringContaining('Not set here') });
  });

  it('says of a stage where it is and who uses it', () => {
    expect(at('# Compiles.\nFROM go AS build\nRUN make\nFROM b\nCOPY --from=bu|ild /x /x')).toEqual({
      covers: 'build',
      title: 'FROM go AS build',
      text: 'Compiles.\n\nStage 1, lines 2 to 3. Named once by later stages.',
    });
  });

  it('has nothing to say about plain words and comments', () => {
    expect(at('FROM a\nRUN ma|ke')).toBeUndefined();
    expect(at('FROM a\n# CO|PY')).toBeUndefined();
  });
});
