import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM golang:1.22
WORKDIR /src
COPY . .
RUN go mod download
RUN CGO_ENABLED=0 go build -o /app
ENTRYPOINT ["/app"]
`;

const good = `FROM golang:1.22 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const ignore = `.git
*_test.go
Dockerfile
.dockerignore
`;

/** Everything copied at once into one stage, and the modules first in a stage of their own. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Copies everything before it downloads, and ships the compiler with the program.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Downloads from two files, compiles from the rest, and ships one program.',
    files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } },
  },
};
