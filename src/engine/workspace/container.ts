/** A container of a machine: what `docker create` made of an image, and what running it left. */
import type { Digest, DirNode } from '../fs/node.ts';
import type { ContainerConfig } from '../image/config.ts';

export interface Container {
  /** 64 hex digits. */
  readonly id: string;
  readonly name: string;
  /** As it was typed. */
  readonly image: string;
  /** What the name led to, and the manifest of its platform. */
  readonly target: Digest;
  readonly manifest: Digest;
  readonly platform: string;
  /** Of the image, with what the command line changed. */
  readonly config: ContainerConfig;
  /** Entrypoint and command as they are run. */
  readonly args: readonly string[];
  /** The image's file system, and as it is now. */
  readonly lower: DirNode;
  readonly root: DirNode;
  readonly hostname: string;
  /** Virtual milliseconds since 1970. */
  readonly created: number;
  readonly started?: number;
  readonly finished?: number;
  readonly exitCode: number;
  /** Whether its program goes on: it serves until it is stopped. */
  readonly running: boolean;
  /** Docker's words where its program could not be started. */
  readonly error?: string;
  /** Published ports as `docker ps` shows them. */
  readonly ports: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** What its program printed. */
  readonly logs: readonly { readonly stream: 1 | 2; readonly time: number; readonly text: string }[];
  /** Whether it goes when its program ends. */
  readonly removes: boolean;
}
