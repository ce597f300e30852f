import type { ArgCommand, ArgDefinition } from '../instruction.ts';
import { docComment } from './doc-comment.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** A variable of the build. */
export const arg: InstructionSpec<ArgCommand> = {
  keyword: 'ARG',
  form: 'words',
  flags: [],
  read(node) {
    if (node.args.length === 0) return failure('ARG requires at least one argument');
    const args: ArgDefinition[] = [];
    for (const word of node.args) {
      const equals = word.indexOf('=');
      if (equals === 0) return failure('ARG names can not be blank');
      const key = equals < 0 ? word : word.slice(0, equals);
      const doc = docComment(node.comments, key);
      args.push(equals < 0 ? { key, doc } : { key, value: word.slice(equals + 1), doc });
    }
    return success({ type: 'ARG', ...sourceOf(node), args });
  },
  expands: 'Values, one after the other: a later one sees the earlier.',
  usage: ['ARG <name>[=<default>]...'],
  documentation: `A variable for the build, set with \`--build-arg name=value\`. It is not in the finished image, but its value is in the history.

- Before the first \`FROM\` it is for \`FROM\` lines only; repeat \`ARG name\` in a stage to use it there.
- In a stage it is part of the environment of every later \`RUN\`, so another value runs them again, whether they use it or not.`,
  completions: ['ARG ${name}=${default}', 'ARG ${name}'],
};
