import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familiarImage, shortenImage, shortenPath, shortenPaths, shortenStep } from './label.ts';

const short = (text: string, limit: number): string => {
  const { keyword, rest } = shortenStep(text, limit);
  return rest === '' ? keyword : `${keyword} ${rest}`;
};

describe('the label of a step', () => {
  it.each([
    ['COPY . .', 22, 'COPY . .'],
    ['FROM golang:1.22 AS build', 40, 'FROM golang:1.22 AS build'],
    ['FROM golang:1.22 AS build', 22, 'FROM golang:1.22'],
    ['FROM gcr.io/distroless/static:nonroot', 24, 'FROM static:nonroot'],
    [`FROM docker.io/library/golang:1.22@sha256:${'7e'.repeat(32)}`, 22, 'FROM golang:1.22'],
    ['FROM --platform=$BUILDPLATFORM golang:1.22', 30, 'FROM golang:1.22'],
    ['RUN CGO_ENABLED=0 go build -trimpath -o /out/app .', 22, 'RUN … go build -trimp…'],
    ['RUN CGO_ENABLED=0 GOOS=linux go build -o /app', 26, 'RUN … go build -o /app'],
    ['RUN apt-get update && apt-get install -y curl git && rm -rf /var/lib/apt/lists/*', 30, 'RUN apt-get install -y cu… + 2'],
    ['RUN set -eux && mkdir -p /data && chown app /data', 40, 'RUN chown app /data + 2'],
    ['RUN --mount=type=cache,target=/root/.npm npm ci', 30, 'RUN … npm ci'],
    ['RUN echo "hello"', 30, 'RUN echo hello'],
    ['RUN <<EOF\nset -e\nmake all\nEOF', 30, 'RUN set -e'],
    ['COPY web/src/pages/deep/index.tsx /srv/', 30, 'COPY web/…/index.tsx /srv/'],
    ['ENTRYPOINT ["/usr/local/bin/entry"]', 12, 'ENTRYPOINT'],
    ['WORKDIR /src', 22, 'WORKDIR /src'],
  ])('writes %j in %d characters as %j', (text, limit, expected) => {
    expect(short(text, limit)).toBe(expected);
  });

  it('keeps the keyword whole and keeps to its width, for any text', () => {
    fc.assert(
      fc.property(fc.constantFrom('RUN', 'COPY', 'FROM', 'ADD', 'WORKDIR'), fc.string(), fc.integer({ min: 8, max: 60 }), (keyword, args, limit) => {
        const label = shortenStep(`${keyword} ${args}`, limit);
        expect(label.keyword).toBe(keyword);
        if (keyword !== 'FROM') expect(keyword.length + 1 + label.rest.length).toBeLessThanOrEqual(Math.max(limit, keyword.length + 1));
      }),
      { seed: 1 },
    );
  });
});

describe('paths and images', () => {
  it('takes the middle out of a path and leaves short ones alone', () => {
    expect(shortenPath('web/src/pages/index.tsx', 16)).toBe('web/…/index.tsx');
    expect(shortenPath('greet/greet.go', 14)).toBe('greet/greet.go');
    expect(shortenPath('a-very-long-directory/index.tsx', 14)).toBe('…/index.tsx');
    expect(shortenPath('averylongfilename.tsx', 10)).toBe('averylong…');
  });

  it('says the folder in which paths differ, where their names alone would be alike', () => {
    const of = (limit: number, ...paths: string[]) => shortenPaths(paths.map((path) => ({ path, limit })));
    expect(of(14, 'services/cart/main.go', 'services/mail/main.go', 'go.mod')).toEqual(['cart/main.go', 'mail/main.go', 'go.mod']);
    expect(of(15, 'crates/auth/src/lib.rs', 'crates/models/src/lib.rs')).toEqual(['auth/…/lib.rs', 'models/…/lib.rs']);
    expect(of(40, 'services/cart/main.go', 'services/mail/main.go')).toEqual(['services/cart/main.go', 'services/mail/main.go']);
  });

  it('drops registry and namespace first, and keeps the end of a tag that is too long alone', () => {
    expect(shortenImage('maven:3-eclipse-temurin-21', 16)).toBe('…ipse-temurin-21');
    expect(shortenImage('registry.example.com/team/service:2026.11.3', 20)).toBe('service:2026.11.3');
    expect(shortenImage('registry.example.com/team/long-service-name:2026.11.3', 16)).toBe('long-…:2026.11.3');
    expect(shortenImage(`alpine@sha256:${'ab'.repeat(32)}`, 30)).toBe('alpine@abababababab');
  });

  it('calls an image what a reader calls it', () => {
    expect(familiarImage(`docker.io/library/golang:1.22@sha256:${'7e'.repeat(32)}`)).toBe('golang:1.22');
    expect(familiarImage('docker.io/grafana/k6:1.3')).toBe('grafana/k6:1.3');
    expect(familiarImage('localhost:5000/app')).toBe('localhost:5000/app');
  });
});
