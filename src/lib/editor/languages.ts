import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { formatDocument } from './format-document.ts';
import { dockerfile, type DockerfileConfig } from './lang-dockerfile/index.ts';

/** `Dockerfile`, `Dockerfile.dev`, `web.Dockerfile`, `Containerfile`, in any folder and case. */
export function isDockerfile(path: string): boolean {
  return /(?:^|\/)(?:dockerfile|containerfile)(?:\.[^/]*)?$|\.(?:dockerfile|containerfile)$/i.test(path);
}

/** What a document of that name gets beside the common setup. */
export function languageFor(path: string, config: DockerfileConfig): Extension {
  return isDockerfile(path) ? [dockerfile(config), keymap.of([{ key: 'Shift-Alt-f', run: formatDocument }])] : [];
}
