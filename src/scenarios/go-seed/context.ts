import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** `go.mod` with a router of that version. */
export const goMod = (mux: string) => `module example.com/quotes

go 1.22

require github.com/gorilla/mux v${mux}
`;

/** Sums for it. */
export const goSum = (mux: string) => `github.com/gorilla/mux v${mux} h1:TuBL49tXwgrFYWhqrNgrUNEY92u81SPhu7sTdzQEiWY=
github.com/gorilla/mux v${mux}/go.mod h1:AKf9I4AEqPTmMytcMc0KkNouC66V3BtZ4qD5fmWSiMQ=
`;

/** The program, with what it answers. */
export const mainGo = (quote: string) => `package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

const quote = "${quote}"

func main() {
	router := mux.NewRouter()
	router.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, quote)
	})
	log.Fatal(http.ListenAndServe(":8080", router))
}
`;

/** Its test. */
export const testGo = (note: string) => `package main

import "testing"

// ${note}
func TestQuote(t *testing.T) {
	if quote == "" {
		t.Fatal("nothing to say")
	}
}
`;

/** The README, with one sentence that changes. */
export const readme = (sentence: string) => `# quotes

A web server with one thing to say. ${sentence}
`;

/** What both versions share. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-0f6d2c5a.pack': { size: 4_018_233, mode: 0o444 },
  '.git/refs/heads/main': { text: '4be1c7a90d0f5d6a1b7e83c2f40a9d1e5c6b7a80\n' },
  'README.md': { text: readme('Ask it.') },
  'go.mod': { text: goMod('1.8.0') },
  'go.sum': { text: goSum('1.8.0') },
  'main.go': { text: mainGo('Make it work.') },
  'main_test.go': { text: testGo('A program without words is no use.') },
};
