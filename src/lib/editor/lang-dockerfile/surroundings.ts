import type { EscapeToken, InstructionNode } from '#engine/dockerfile/index.ts';
import type { Surroundings } from './instruction-tokens.ts';

const posixShell = /(?:^|[\\/])(?:ba|da|a|z|k)?sh$/;

/** Keeps, from instruction to instruction, what the colours of the next one depend on. */
export class SurroundingsReader {
  private readonly escape: EscapeToken;
  private readonly stages = new Set<string>();
  private stageCount = 0;
  private posix = true;
  private pending: InstructionNode | undefined;

  constructor(escape: EscapeToken) {
    this.escape = escape;
  }

  /** What is around a node: the nodes must come in the order of the file. */
  before(node: InstructionNode): Surroundings {
    this.take();
    this.pending = node;
    const keyword = node.keyword.toUpperCase();
    if (keyword === 'FROM') this.posix = true;
    else if (keyword === 'SHELL' && node.json) this.posix = posixShell.test(node.args[0] ?? '');
    return { escape: this.escape, stages: this.stages, stageCount: this.stageCount, posix: this.posix };
  }

  /** A stage is known to the instructions of later stages, and to its own as BuildKit says: not to its FROM. */
  private take(): void {
    const from = this.pending;
    if (from?.keyword.toUpperCase() !== 'FROM') return;
    this.stageCount++;
    if (from.args.length === 3) this.stages.add(from.args[2]!.toLowerCase());
  }
}
