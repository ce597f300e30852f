/** A stage while the classic builder goes through it (moby `builder/dockerfile: dispatchState`). */
import type { Digest } from '../../fs/index.ts';
import { blankImage, cloneImage, defaultPath } from '../../graph/draft-image.ts';
import type { DraftImage } from '../../graph/draft-image.ts';
import type { Platform } from '../../graph/platform.ts';
import type { Snapshot } from '../snapshot.ts';
import type { BuildArgs } from './build-args.ts';
import type { ClassicImage } from './image-store.ts';

/** What comes before, and what instructions see. */
export class StageState {
  readonly args: BuildArgs;
  /** What its base is asked for, and its commands run on. */
  platform: Platform;
  image: DraftImage;
  /** Of the last step's image; empty for scratch. */
  id: Digest | '' = '';
  snapshot: Snapshot | undefined;
  /** CMD was given in this stage. */
  cmdSet = false;
  /** After a miss nothing is looked up any more. */
  missed = false;
  /** Vertex and id of the last step. */
  last: { readonly vertex: Digest; readonly step: string } | undefined;

  constructor(args: BuildArgs, platform: Platform) {
    this.args = args;
    this.platform = platform;
    this.image = blankImage(platform);
  }

  /** Goes on from an image, of this build or of another one. */
  moveTo({ id, config, snapshot }: ClassicImage): void {
    this.id = id;
    this.image = cloneImage(config);
    this.snapshot = snapshot;
  }

  /** A stage's environment has a PATH even where its base has none. */
  addPath(): void {
    if (!this.image.env.some((entry) => entry.startsWith('PATH='))) this.image.env.push(`PATH=${defaultPath}`);
  }

  /** A variable: of the environment, else a build argument. */
  readonly lookup = (name: string): string | undefined => {
    const entry = this.image.env.find((each) => each.startsWith(`${name}=`));
    return entry === undefined ? this.args.get(name) : entry.slice(name.length + 1);
  };
}
