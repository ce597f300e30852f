import type { ScenarioFile } from '#engine/workspace/scenario.ts';

const dockerfile = `FROM golang:1.22 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const ignore = `.git
bin/
`;

const goMod = `module example.com/greeter

go 1.22

require (
	github.com/google/uuid v1.6.0
	github.com/gorilla/mux v1.8.1
)
`;

const goSum = `github.com/google/uuid v1.6.0 h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=
github.com/google/uuid v1.6.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=
github.com/gorilla/mux v1.8.1 h1:TuBL49tXwgrFYWhqrNgrUNEY92u81SPhu7sTdzQEiWY=
github.com/gorilla/mux v1.8.1/go.mod h1:AKf9I4AEqPTmMytcMc0KkNouC66V3BtZ4qD5fmWSiMQ=
`;

const mainGo = `package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/google/uuid"
	"github.com/gorilla/mux"

	"example.com/greeter/greet"
)

func main() {
	router := mux.NewRouter()
	router.HandleFunc("/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Request-Id", uuid.NewString())
		fmt.Fprintln(w, greet.Hello(mux.Vars(r)["name"]))
	})
	log.Println("listening on :8080")
	log.Fatal(http.ListenAndServe(":8080", router))
}
`;

const greetGo = `// Package greet makes greetings.
package greet

import "strings"

// Hello greets somebody by name.
func Hello(name string) string {
	if name = strings.TrimSpace(name); name == "" {
		name = "stranger"
	}
	return "Hello, " + name + "!"
}
`;

const readme = `# greeter

A web server that says hello.

    docker build -t ghcr.io/me/app:1.0.0 .
    docker run --rm -p 8080:8080 ghcr.io/me/app:1.0.0

Then open http://localhost:8080/you.
`;

const gitConfig = `[core]
	repositoryformatversion = 0
	filemode = true
	bare = false
`;

/** The build context: what the build reads, and what \`.dockerignore\` keeps out of it. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: ignore },
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/config': { text: gitConfig },
  '.git/index': { size: 1_184 },
  '.git/objects/pack/pack-5d0c1b7e.pack': { size: 2_093_412, mode: 0o444 },
  '.git/refs/heads/main': { text: '8c1d7d3c0b1b5a1f6f9f0d8f3a53f1e9a6f7b2c4\n' },
  'bin/greeter': { size: 7_812_096, mode: 0o755 },
  Dockerfile: { text: dockerfile },
  'README.md': { text: readme },
  'go.mod': { text: goMod },
  'go.sum': { text: goSum },
  'greet/greet.go': { text: greetGo },
  'main.go': { text: mainGo },
};
