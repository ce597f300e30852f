import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { dockerignore } from './dockerignore.ts';
import { formatDocument } from './format-document.ts';
import { dockerfile, type DockerfileConfig } from './lang-dockerfile/index.ts';

/** `Dockerfile`, `Dockerfile.dev`, `web.Dockerfile`, `Containerfile`, in any folder and case. */
export function isDockerfile(path: string): boolean {
  return !isIgnoreFile(path) && /(?:^|\/)(?:dockerfile|containerfile)(?:\.[^/]*)?$|\.(?:dockerfile|containerfile)$/i.test(path);
}

/** `.dockerignore`, and `Dockerfile.dockerignore` beside a Dockerfile. */
function isIgnoreFile(path: string): boolean {
  return /\.(?:docker|container)ignore$/i.test(path);
}

/** What a document of that name gets beside the common setup. */
export function languageFor(path: string, config: DockerfileConfig): Extension {
  if (isIgnoreFile(path)) return dockerignore();
  return isDockerfile(path) ? [dockerfile(config), keymap.of([{ key: 'Shift-Alt-f', run: formatDocument }])] : [];
}
