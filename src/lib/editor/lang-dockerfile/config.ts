import type { KnownVariable } from './variables.ts';

/** A base image to offer behind FROM. */
export interface KnownImage {
  /** `golang:1.27-alpine`. */
  readonly ref: string;
  /** Something short about it: `75.2 MB`. */
  readonly detail?: string;
}

/** What the language cannot see in the text. Functions, because the answers change while the editor is open. */
export interface DockerfileConfig {
  readonly images?: () => readonly KnownImage[];
  /** Paths of the build context that reach the build, directories with a `/` at the end. */
  readonly paths?: () => readonly string[];
  /** Build arguments, and the environment of base images. */
  readonly variables?: () => readonly KnownVariable[];
}
