import { found, text, type Hints, type Kit } from './kit.ts';

const sums = ['github.com/google/uuid v1.6.0 h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=', 'github.com/google/uuid v1.6.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo='];

/** A module with one dependency, and a program in every folder that is built. */
export const go: Kit = {
  image: /(?:^|\/)golang\b|chainguard\/go\b/,
  command: /\bgo\s+(?:build|install|mod|get|test|run|vet|generate)\b/,
  manifest: /^go\.(?:mod|sum|work)$|^main\.go$/,
  files(hints) {
    const depends = hints.copied('go.sum') && hints.copied('go.mod') && !/-mod=vendor/.test(hints.words);
    const module = `example.com/${found(hints.taken.join('\n'), /\/go\/bin\/([\w.-]+)$/gm)[0] ?? 'app'}`;
    const programs = Object.fromEntries(mains(hints).map((path) => [path, program(depends)]));
    return {
      'go.mod': text(`module ${module}`, '', 'go 1.18', ...(depends ? ['', 'require github.com/google/uuid v1.6.0'] : [])),
      ...(depends && { 'go.sum': text(...sums) }),
      ...programs,
    };
  },
  edits: [/main\.go$/, /\.go$/, /go\.mod$/],
};

/** The files with a `main`: of the folders and files that the builds name, or the root's. */
function mains({ words, copied }: Hints): readonly string[] {
  const builds = found(words, /\bgo\s+(?:build|install|run)\b([^\n;&|]*)/g).join('\n');
  const files = found(builds, /(?:^|\s)\.?\/?((?:[\w-]+\/)*[\w-]+\.go)\b/gm);
  const folders = found(builds, /(?:^|\s)\.\/((?:[\w.-]+\/)*[\w-]+)\/?(?=\s|$)/gm, /(?:^|\s)(cmd\/[\w./-]+?)\/?(?=\s|$)/gm).filter((folder) => !folder.endsWith('.go'));
  const paths = [...files, ...folders.map((folder) => `${folder}/main.go`)].filter(copied);
  return paths.length > 0 ? paths : [['main.go', 'cmd/main.go', 'src/main.go'].find(copied) ?? 'main.go'];
}

function program(depends: boolean) {
  if (!depends) return text('package main', '', 'import "fmt"', '', 'func main() {', '\tfmt.Println("hello")', '}');
  return text('package main', '', 'import (', '\t"fmt"', '', '\t"github.com/google/uuid"', ')', '', 'func main() {', '\tfmt.Println("hello", uuid.NewString())', '}');
}
