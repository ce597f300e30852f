import { describe, expect, it } from 'vitest';
import type { DockerfileConfig } from './config.ts';
import { offersAt } from './completions.ts';
import { buildArgument } from './variables.ts';

const config: DockerfileConfig = {
  images: () => [{ ref: 'alpine:3.24', detail: '3.8 MB' }, { ref: 'golang:1.27' }],
  paths: () => ['go.mod', 'go.sum', 'main.go', 'greet/', 'greet/greet.go', 'web/app/index.html'],
  variables: () => [
    { name: 'VERSION', value: '1.4', origin: buildArgument },
    { name: 'GOPATH', value: '/go', origin: 'golang:1.27' },
  ],
};

/** Labels offered at the `|` of a text. */
function at(marked: string): readonly string[] {
  const position = marked.indexOf('|');
  return offersAt(marked.replace('|', ''), position, config)?.offers.map((offer) => offer.label) ?? [];
}

const stages = 'FROM golang:1.27 AS build\nFROM alpine AS test\nFROM scratch\n';

describe('completion', () => {
  it('offers instructions at the start of a line', () => {
    expect(at('|')).toEqual(['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);
    expect(at('FROM a\nC|')).toContain('COPY');
    expect(at('FROM a\nC|')).toContain('COPY --from=stage source destination');
    expect(at('FROM a\n\n|\nRUN b')).toContain('RUN');
    expect(at('FROM a\nONBUILD R|')).toContain('RUN');
  });

  it('writes instructions as small as the file does', () => {
    expect(at('from a\n|')).toContain('copy');
    expect(at('FROM a\nru|')).toContain('run');
  });

  it('offers nothing in comments, behind unknown words and in inline files', () => {
    expect(at('FROM a\n# co|')).toEqual([]);
    expect(at('FROM a\nCOPPY |')).toEqual([]);
    expect(at('FROM a\nRUN <<EOF\nco|\nEOF')).toEqual([]);
    expect(at('FROM a\nRUN a \\\n  # co|\n  b')).toEqual([]);
  });

  it('offers directives in comments above everything', () => {
    expect(at('# |')).toEqual(['syntax', 'escape', 'check']);
    expect(at('FROM a\n# |')).toEqual([]);
  });

  it('offers flags, each once unless it may be repeated', () => {
    expect(at('FROM a\nCOPY --|')).toEqual(['--chmod=', '--chown=', '--exclude=', '--from=', '--link', '--parents']);
    expect(at('FROM a\nCOPY --link --exclude=x -|')).toEqual(['--chmod=', '--chown=', '--exclude=', '--from=', '--parents']);
    expect(at('FROM a\nRUN \\\n  --m|')).toContain('--mount=');
    expect(at('FROM a\nRUN ls --|')).toEqual([]);
  });

  it('offers the values of flags', () => {
    expect(at('FROM a\nRUN --network=|')).toEqual(['default', 'none', 'host']);
    expect(at('FROM --platform=|')).toContain('linux/arm64');
    expect(at('FROM a\nRUN --mount=|')).toContain('type=');
    expect(at('FROM a\nRUN --mount=type=ca|')).toContain('type=cache');
    expect(at('FROM a\nRUN --mount=type=cache,|')).toEqual(['target=', 'source=', 'from=', 'readonly', 'id=', 'sharing=', 'mode=', 'uid=', 'gid=']);
    expect(at('FROM a\nRUN --mount=type=cache,sharing=|')).toEqual(['sharing=shared', 'sharing=private', 'sharing=locked']);
  });

  it('offers earlier stages, and only those', () => {
    expect(at(`${stages}COPY --from=|`)).toEqual(['build', 'test']);
    expect(at(`${stages}RUN --mount=type=bind,from=|`)).toEqual(['from=build', 'from=test']);
    expect(at('FROM a AS one\nCOPY --from=|')).toEqual([]);
    expect(at(`${stages}FROM |`).slice(0, 2)).toEqual(['build', 'test']);
  });

  it('offers base images, and a name for the stage', () => {
    expect(at('FROM |')).toEqual(['alpine:3.24', 'golang:1.27', 'scratch']);
    expect(at('FROM alpine |')).toEqual(['AS']);
    expect(at('from alpine |')).toEqual(['as']);
  });

  it('offers paths of the context a directory at a time', () => {
    expect(at('FROM a\nCOPY |')).toEqual(['greet/', 'web/', 'go.mod', 'go.sum', 'main.go']);
    expect(at('FROM a\nCOPY greet/|')).toEqual(['greet/greet.go']);
    expect(at('FROM a\nCOPY ./web/a|')).toEqual(['./web/app/']);
    expect(at(`${stages}COPY --from=build |`)).toEqual([]);
  });

  it('offers the variables that can be used', () => {
    expect(at('ARG A=1\nFROM $|')).toEqual(['A', 'BUILDARCH', 'BUILDOS', 'BUILDPLATFORM', 'BUILDVARIANT', 'TARGETARCH', 'TARGETOS', 'TARGETPLATFORM', 'TARGETSTAGE', 'TARGETVARIANT']);
    expect(at('ARG A=1\nFROM a\nENV B=2\nRUN echo ${|')).toEqual(['B', 'GOPATH']);
    expect(at('FROM a AS x\nENV B=2\nARG C\nFROM x\nENV D=$|')).toEqual(['B', 'GOPATH']);
    expect(at('FROM a\nRUN echo \\$|')).toEqual([]);
    expect(at('FROM a\nENV X=1\nRUN <<EOF\necho $|\nEOF')).toContain('X');
  });

  it('says what a variable is worth and where that comes from', () => {
    const details = (marked: string) => offersAt(marked.replace('|', ''), marked.indexOf('|'), config)!.offers.map(({ label, detail }) => `${label}: ${detail}`);
    expect(details('ARG A="x y"\nFROM a\nARG A\nARG VERSION=1\nRUN $|')).toEqual(['A: x y · ARG, line 1', 'GOPATH: /go · golang:1.27', 'VERSION: 1.4 · --build-arg, declared in line 4']);
  });
});
