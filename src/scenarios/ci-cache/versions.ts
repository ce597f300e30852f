import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM golang:1.22 AS build
WORKDIR /src
COPY go.* ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod CGO_ENABLED=0 go build -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const good = `FROM busybox AS source
COPY . /src
RUN chmod -R u=rwX,go=rX /src

FROM golang:1.22 AS deps
WORKDIR /src
COPY --from=source /src/go.mod /src/go.sum ./
RUN go mod download

FROM deps AS build
COPY --from=source /src .
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const ignore = '.git\n*.md\nDockerfile\n.dockerignore\n';

/** A mount that stays behind, and a stage that can travel. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Trusts a cache mount, which a new runner does not have, and file modes, which differ there.',
    files: { Dockerfile: { text: bad }, '.dockerignore': { text: ignore } },
  },
  good: {
    about: 'Makes all modes equal first, and keeps the modules in a stage that can be exported as a target.',
    files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } },
  },
};
