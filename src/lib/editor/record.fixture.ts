/** A prediction as the editor meets it: main.go was edited after two builds. For tests and drawings. */
import type { BuildRecord, StepRecord, StepState } from '#engine/solver/record.ts';

const text = `# syntax=docker/dockerfile:1
FROM golang:1.27-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 \\
    go build -trimpath -o /out/app .

FROM alpine:3.24
COPY --from=build /out/app /app
USER 65532
ENTRYPOINT ["/app"]
`;

const step = (id: string, text: string, first: number, last: number, state: StepState, duration: number): StepRecord => {
  const [stage, index] = id.split('.').map(Number) as [number, number];
  return {
    id,
    stage,
    index,
    total: stage === 0 ? 6 : 2,
    keyword: text.slice(0, text.indexOf(' ')),
    text,
    lines: { first, last },
    reads: [],
    name: text,
    state,
    started: 1_000,
    completed: 1_000 + duration,
    fidelity: text.startsWith('RUN') ? 'modelled' : 'exact',
    models: [],
  };
};

export const mainRecord: BuildRecord = {
  number: 3,
  predicted: true,
  ok: true,
  options: {},
  dockerfile: { path: 'Dockerfile', text },
  stages: [
    { index: 0, name: 'build', base: 'golang:1.27-alpine', needed: true, target: false, lines: { first: 2, last: 8 }, steps: ['0.1', '0.2', '0.3', '0.4', '0.5', '0.6'], configOnly: [], layers: 0 },
    {
      index: 1,
      name: 'stage-1',
      base: 'alpine:3.24',
      needed: true,
      target: true,
      lines: { first: 10, last: 13 },
      steps: ['1.1', '1.2'],
      configOnly: [
        { keyword: 'USER', lines: { first: 12, last: 12 } },
        { keyword: 'ENTRYPOINT', lines: { first: 13, last: 13 } },
      ],
      layers: 2,
    },
  ],
  steps: [
    step('0.1', 'FROM golang:1.27-alpine', 2, 2, 'cached', 0),
    step('0.2', 'WORKDIR /src', 3, 3, 'cached', 0),
    step('0.3', 'COPY go.mod go.sum ./', 4, 4, 'cached', 0),
    step('0.4', 'RUN go mod download', 5, 5, 'cached', 0),
    step('0.5', 'COPY . .', 6, 6, 'rebuilt', 100),
    step('0.6', 'RUN CGO_ENABLED=0 go build -trimpath -o /out/app .', 7, 8, 'rebuilt', 6_800),
    step('1.1', 'FROM alpine:3.24', 10, 10, 'cached', 0),
    step('1.2', 'COPY --from=build /out/app /app', 11, 11, 'rebuilt', 100),
  ],
  vertices: [],
  events: [],
  diagnostics: [],
  images: [],
  startedAt: 0,
  duration: 7_300,
};
