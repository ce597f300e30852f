/** What somebody puts together on this page: what is shown, how, and what that comes to. */
import { readAttributes } from '#embed/element/read-attributes.ts';
import { plainPresentation, readPresentation } from '#embed/read-presentation.ts';
import type { Presentation, Source } from '#embed/vocabulary.ts';

export interface Named {
  readonly name: string;
  readonly title: string;
}

export type Kind = 'scene' | 'lesson' | 'link' | 'files';

/** A Dockerfile to begin with, so that the page is not empty where one is to be pasted. */
const example = `FROM node:22-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
`;

export class Draft {
  kind: Kind = $state('scene');
  scene = $state('');
  lesson = $state('');
  /** As it was pasted: a whole address, or what stands behind `#`. */
  link = $state('');
  dockerfile = $state(example);
  presentation: Presentation = $state.raw(plainPresentation);
  /** As it was typed. */
  expect = $state('');

  readonly #scenes: readonly Named[];
  readonly #lessons: readonly Named[];

  constructor(scenes: readonly Named[], lessons: readonly Named[], first: string) {
    this.#scenes = scenes;
    this.#lessons = lessons;
    this.scene = first;
    this.lesson = lessons[0]?.name ?? '';
  }

  /** Undefined while there is nothing that could be shown. */
  readonly source: Source | undefined = $derived.by(() => {
    switch (this.kind) {
      case 'scene':
        return { kind: 'scene', scene: this.scene };
      case 'lesson':
        return { kind: 'lesson', lesson: this.lesson };
      case 'link':
        return readAttributes((name) => (name === 'src' ? this.link.trim().replace(/^(?=ls\d)/, '#') : null)).source;
      case 'files':
        return this.dockerfile.trim() === '' ? undefined : { kind: 'files', files: [{ path: 'Dockerfile', text: this.dockerfile }] };
    }
  });

  /** Of what has a name. */
  readonly title: string | undefined = $derived.by(() => {
    const { source } = this;
    if (source?.kind === 'scene') return this.#scenes.find(({ name }) => name === source.scene)?.title;
    return source?.kind === 'lesson' ? this.#lessons.find(({ name }) => name === source.lesson)?.title : undefined;
  });

  /** Whether the promise that was typed is none. */
  readonly wrongExpect: boolean = $derived(this.expect.trim() !== '' && this.presentation.expect === undefined);

  set(some: { [Name in keyof Presentation]?: Presentation[Name] | undefined }): void {
    const next = { ...this.presentation, ...some };
    this.presentation = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as unknown as Presentation;
  }

  setExpect(text: string): void {
    this.expect = text;
    this.set({ expect: readPresentation((name) => (name === 'expect' ? text : null)).expect });
  }

  /** What came in this page's own address. */
  take(hash: string): void {
    if (!/^#ls\d/.test(hash)) return;
    this.kind = 'link';
    this.link = hash.slice(1);
  }
}
