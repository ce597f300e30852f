import { Parser, type Input, type PartialParse, type Tree, type TreeFragment } from '@lezer/common';
import { parsedDockerfile } from './parsed.ts';
import { TreeBuilder } from './tree.ts';

/** Instructions between two looks at the clock of whoever drives the parse. */
const STEP = 100;

class DockerfileParse implements PartialParse {
  private readonly input: Input;
  private readonly builder: TreeBuilder;
  stoppedAt: number | null = null;

  constructor(input: Input) {
    this.input = input;
    this.builder = new TreeBuilder(parsedDockerfile(input.read(0, input.length)));
  }

  get parsedPos(): number {
    return this.builder.done ? this.input.length : this.builder.position;
  }

  advance(): Tree | null {
    this.builder.advance(STEP);
    const stop = this.stoppedAt ?? Infinity;
    if (this.builder.done || this.builder.position >= stop) return this.builder.finish(this.builder.done ? this.input.length : this.builder.position);
    return null;
  }

  stopAt(position: number): void {
    this.stoppedAt = position;
  }
}

/** The engine's parser as a Lezer parser: reads the whole text, then gives the tree in portions. */
class DockerfileParser extends Parser {
  override createParse(input: Input, _fragments: readonly TreeFragment[], _ranges: readonly { from: number; to: number }[]): PartialParse {
    return new DockerfileParse(input);
  }
}

/** Reads Dockerfiles into the tree of `nodes.ts`. */
export const parser: Parser = new DockerfileParser();
