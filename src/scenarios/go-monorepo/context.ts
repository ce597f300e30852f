import type { Scenario, ScenarioFile } from '#engine/workspace/scenario.ts';

/** The manifest, with a UUID library of that version. */
export const goMod = (uuid: string) => `module example.com/shop

go 1.22

require github.com/google/uuid v${uuid}
`;

/** Sums for it. */
export const goSum = (uuid: string) => `github.com/google/uuid v${uuid} h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=
github.com/google/uuid v${uuid}/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=
`;

/** A service, with what it says at its start. */
export const service = (line: string) => `package main

import (
	"net/http"

	"github.com/google/uuid"

	"example.com/shop/pkg/log"
)

func main() {
	log.Say("${line}", uuid.NewString())
	http.ListenAndServe(":8080", nil)
}
`;

/** The package that all services import. */
export const logGo = (prefix: string) => `// Package log writes lines.
package log

import "fmt"

// Say writes words as one line.
func Say(words ...any) { fmt.Println(append([]any{"${prefix}"}, words...)...) }
`;

/** The README, with one sentence that changes. */
export const readme = (sentence: string) => `# shop

Three services in one repository. ${sentence}
`;

/** What both versions share. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: '.git\nDockerfile\n.dockerignore\n*.md\n' },
  'README.md': { text: readme('Each has its image.') },
  'go.mod': { text: goMod('1.6.0') },
  'go.sum': { text: goSum('1.6.0') },
  'pkg/log/log.go': { text: logGo('shop') },
  'services/cart/main.go': { text: service('cart') },
  'services/mail/main.go': { text: service('mail') },
  'services/search/main.go': { text: service('search') },
};

const bad = `FROM golang:1.22 AS build
ARG SVC
WORKDIR /src
COPY . .
RUN go mod download
RUN CGO_ENABLED=0 go build -o /app ./services/$SVC

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const good = `FROM golang:1.22 AS deps
WORKDIR /src
COPY go.* ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

FROM deps AS build
ARG SVC
COPY pkg pkg
COPY services/$SVC services/$SVC
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    CGO_ENABLED=0 go build -o /app ./services/$SVC

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

/** Everything for every service, and one download for all of them. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Copies all services for each of them, and declares the service above the download.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Downloads once for all services, then copies what this one imports.',
    files: { Dockerfile: { text: good } },
  },
};
