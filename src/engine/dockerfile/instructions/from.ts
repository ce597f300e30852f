import type { Stage } from '../instruction.ts';
import { goLower } from '../go/case.ts';
import { goQuote } from '../go/quote.ts';
import { docComment } from './doc-comment.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec, type Read } from './instruction-spec.ts';

const validName = /^[a-z][a-z0-9\-_.]*$/;
/** With Unicode's case folding, as Go's `EqualFold`. */
const as = /^as$/iu;

/** Begins a stage. */
export const from: InstructionSpec<Stage> = {
  keyword: 'FROM',
  form: 'list',
  flags: [
    {
      name: 'platform',
      kind: 'text',
      values: ['$BUILDPLATFORM', '$TARGETPLATFORM', 'linux/amd64', 'linux/arm64'],
      placeholder: 'os/arch',
      documentation: 'Platform of the base image; without it the one the build is for. `$BUILDPLATFORM` is the machine that builds.',
    },
  ],
  read(node) {
    const name = stageName(node.args);
    if (!name.ok) return name;
    const flags = readFlags(node.flags, from.flags);
    if (!flags.ok) return flags;
    const { code, lines, range, comments } = sourceOf(node);
    return success({
      base: node.args[0]!,
      name: name.value,
      platform: flags.value.text('platform'),
      from: node.keyword,
      code,
      lines,
      range,
      doc: docComment(comments, name.value),
      comments,
      commands: [],
      node,
    });
  },
  expands: 'The base and `--platform`, with the `ARG`s before the first `FROM` and the platform variables only.',
  usage: ['FROM [--platform=<platform>] <image>[:<tag>|@<digest>] [AS <name>]', 'FROM <stage> [AS <name>]'],
  documentation: `Begins a stage from an image, from an earlier stage, or from nothing (\`scratch\`).

Stages that the target does not need are not built. A name lets later stages say \`FROM name\`, \`COPY --from=name\` or \`--mount=from=name\`.`,
  completions: ['FROM ${image}:${tag}', 'FROM ${image}:${tag} AS ${name}', 'FROM scratch'],
};

function stageName(args: readonly string[]): Read<string> {
  if (args.length === 3 && as.test(args[1]!)) {
    const name = goLower(args[2]!);
    if (validName.test(name)) return success(name);
    return failure(`invalid name for build stage: ${goQuote(args[2]!)}, name can't start with a number or contain symbols`, { arg: 2 }, { id: 'editor.hint-names' });
  }
  return args.length === 1 ? success('') : failure('FROM requires either one or three arguments', undefined, { id: 'editor.hint-write-or', values: { form: 'FROM image', other: 'FROM image AS name' } });
}
