import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM golang:1.22 AS build
ARG TARGETARCH
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOARCH=$TARGETARCH go build -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const good = `FROM --platform=$BUILDPLATFORM golang:1.22 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
ARG TARGETARCH
RUN CGO_ENABLED=0 GOARCH=$TARGETARCH go build -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

/** A compiler for each processor, and one compiler for both. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Runs the arm64 compiler under emulation, and downloads once for each processor.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Compiles for both processors on the one that is there; the two part ways at the ARG.',
    files: { Dockerfile: { text: good } },
  },
};
