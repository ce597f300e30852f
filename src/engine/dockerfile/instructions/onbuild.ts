import type { OnbuildCommand } from '../instruction.ts';
import { goUpper } from '../go/case.ts';
import { trimSpace } from '../go/space.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

const keyword = /^[\t\n\f\r ]*ONBUILD[\t\n\f\r ]*/i;

/** An instruction for builds that start from this image. */
export const onbuild: InstructionSpec<OnbuildCommand> = {
  keyword: 'ONBUILD',
  form: 'trigger',
  heredocs: false,
  flags: [],
  read(node) {
    if (!node.child) return failure('ONBUILD requires at least one argument');
    const flags = readFlags(node.flags, onbuild.flags);
    if (!flags.ok) return flags;
    const trigger = goUpper(trimSpace(node.child.keyword));
    if (trigger === 'ONBUILD') return failure("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    if (trigger === 'MAINTAINER' || trigger === 'FROM') return failure(`${trigger} isn't allowed as an ONBUILD trigger`);
    const bodies = node.heredocs.map(({ content, name }) => `\n${content}${name}`).join('');
    const expression = node.original.replace(keyword, '') + bodies;
    return success({ type: 'ONBUILD', ...sourceOf(node), expression });
  },
  expands: 'Nothing here; the trigger is read when it runs.',
  usage: ['ONBUILD <instruction>'],
  documentation: `Keeps an instruction for later: it runs right after \`FROM\` in every build that starts from this image. Children of such a build do not inherit it.`,
  completions: ['ONBUILD ${instruction}'],
};
