import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parser } from './parser.ts';
import type { TokenName } from './nodes.ts';

const short: Record<TokenName, string> = {
  Keyword: 'k',
  UnknownKeyword: '?',
  FlagName: 'f',
  FlagValue: 'v',
  FlagStage: 'vs',
  Image: 'i',
  StageName: 'n',
  StageReference: 'r',
  VariableName: 'd',
  Variable: '$',
  Key: 'l',
  String: 's',
  Bracket: 'b',
  Separator: 'c',
  ShellKeyword: 'w',
  Operator: 'o',
  Comment: '#',
  Directive: '!',
  Continuation: '\\',
  HeredocMarker: 'h',
  HeredocEnd: 'e',
};

/** A text with its tokens in brackets: `[k FROM] [i alpine]`. */
function marked(text: string): string {
  let out = '';
  let at = 0;
  parser.parse(text).iterate({
    enter({ name, from, to }) {
      const letter = short[name as TokenName];
      if (letter === undefined) return;
      out += `${text.slice(at, from)}[${letter} ${text.slice(from, to)}]`;
      at = to;
    },
  });
  return out + text.slice(at);
}

/** The last line of `marked`. */
const line = (text: string) => marked(text).split('\n').at(-1);

describe('the colours of a line', () => {
  it.each([
    ['FROM golang:1.27 AS build', '[k FROM] [i golang:1.27] [k AS] [n build]'],
    ['from --platform=$BUILDPLATFORM ${BASE:-alpine}', '[k from] [f --platform=][$ $BUILDPLATFORM] [$ ${BASE:-alpine}]'],
    ['COPPY . .', '[? COPPY] . .'],
    ['COPY --chown=app:app --link "a b" $DIR/', '[k COPY] [f --chown=][v app:app] [f --link] "a b" [$ $DIR]/'],
    ['COPY ["a b", "/c"]', '[k COPY] [b [][s "a b"][c ,] [s "/c"][b ]]'],
    ['ENV A=1 B="x $A y" C=\'$A\'', `[k ENV] [d A][o =]1 [d B][o =][s "x ][$ $A][s  y"] [d C][o =][s '$A']`],
    ['ENV PATH /usr/bin:$PATH', '[k ENV] [d PATH] /usr/bin:[$ $PATH]'],
    ['ARG VERSION=1.0 OTHER', '[k ARG] [d VERSION][o =]1.0 [d OTHER]'],
    ['LABEL org.opencontainers.image.title="x"', '[k LABEL] [l org.opencontainers.image.title][o =][s "x"]'],
    ['HEALTHCHECK --interval=5s CMD curl -f localhost || exit 1', '[k HEALTHCHECK] [f --interval=][v 5s] [k CMD] curl -f localhost [o ||] exit 1'],
    ['ONBUILD COPY --link . .', '[k ONBUILD] [k COPY] [f --link] . .'],
    ['ONBUILD RUN echo "$X"', '[k ONBUILD] [k RUN] echo [s "][$ $X][s "]'],
    ['WORKDIR $HOME/src', '[k WORKDIR] [$ $HOME]/src'],
    ['CMD ["/app", "-v"]', '[k CMD] [b [][s "/app"][c ,] [s "-v"][b ]]'],
    ['RUN --mount=type=cache,target=/x go build -o /app ./...', '[k RUN] [f --mount=][v type=cache,target=/x] go build -o /app ./...'],
    ['RUN if [ -f a ]; then echo \'x\'; fi', "[k RUN] [w if] [ -f a ][o ;] [w then] echo [s 'x'][o ;] [w fi]"],
    ['RUN for f in *.go; do gofmt $f; done', '[k RUN] [w for] f [w in] *.go[o ;] [w do] gofmt [$ $f][o ;] [w done]'],
    ['RUN a=$(date) && echo done > log 2>&1 # end', '[k RUN] a=[o $(]date[o )] [o &&] echo done [o >] log [o 2>&]1 [# # end]'],
    ['RUN echo a#b', '[k RUN] echo a#b'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('shows that a name is an earlier stage', () => {
    expect(line('FROM a AS Build\nFROM build')).toBe('[k FROM] [r build]');
    expect(line('FROM a AS build\nFROM b\nCOPY --from=build /x /y')).toBe('[k COPY] [f --from=][vs build] /x /y');
    expect(line('FROM a AS build\nFROM b\nRUN --mount=from=build,target=/x ls')).toBe('[k RUN] [f --mount=][v from=][vs build][v ,target=/x] ls');
  });

  it('tells directives from comments', () => {
    expect(marked('# syntax=docker/dockerfile:1\n# escape=`\n\n# a\nFROM a')).toBe('[! # syntax=docker/dockerfile:1]\n[! # escape=`]\n\n[# # a]\n[k FROM] [i a]');
  });

  it('goes on over continuations and the comments between them', () => {
    expect(marked('RUN a "b\\\n  # not a string\n c" \\\n  && d')).toBe('[k RUN] a [s "b][\\ \\]\n  [# # not a string]\n[s  c"] [\\ \\]\n  [o &&] d');
  });

  it('reads a script in a heredoc as shell, and a file as text with variables', () => {
    expect(marked('RUN <<EOF\nif true; then\n  x # y\nfi\nEOF\nCMD a')).toBe('[k RUN] [h <<EOF]\n[w if] true[o ;] [w then]\n  x [# # y]\n[w fi]\n[e EOF]\n[k CMD] a');
    expect(marked('COPY <<-EOF /x\n\ta $B if\n\tEOF')).toBe('[k COPY] [h <<-EOF] /x\n\ta [$ $B] if\n\t[e EOF]');
    expect(marked('COPY <<"EOF" /x\n$B\nEOF')).toBe('[k COPY] [h <<"EOF"] /x\n$B\n[e EOF]');
    expect(marked('RUN python3 <<EOF\nif True: pass\nEOF')).toBe('[k RUN] python3 [h <<EOF]\nif True: pass\n[e EOF]');
    expect(marked('RUN <<EOF\n#!/usr/bin/env python3\nif True: pass\nEOF')).toBe('[k RUN] [h <<EOF]\n#!/usr/bin/env python3\nif True: pass\n[e EOF]');
  });

  it('does not read PowerShell as POSIX shell', () => {
    expect(line('FROM a\nSHELL ["powershell", "-Command"]\nRUN if (1) { "x" }')).toBe('[k RUN] if (1) { [s "x"] }');
  });

  it('has nested nodes that stay inside the text, for any text', () => {
    const piece = fc.constantFrom('FROM a AS b\n', 'RUN ', 'COPY ', '<<EOF', 'EOF\n', '"', "'", '$', '${', '}', '\\\n', '# c\n', '\n', ' ', '[', ']', 'if ', 'ONBUILD ', '--from=b ', '--mount=from=b', 'ENV A=', '\r\n', '😀', '\t', '`');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const tree = parser.parse(text);
        expect(tree.length).toBe(text.length);
        const ends = [0];
        let place = 0;
        tree.iterate({
          enter({ from, to }) {
            expect(from).toBeGreaterThanOrEqual(place);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(ends.length > 1 ? ends.at(-1)! : text.length);
            place = from;
            ends.push(to);
          },
          leave({ to }) {
            ends.pop();
            place = to;
          },
        });
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
