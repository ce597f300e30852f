import { ruleUrl, type Rule } from './rule.ts';

/** A comment right above a stage or an ARG that does not begin with its name. */
export const invalidDefinitionDescription: Rule<[instruction: string, name: string]> = {
  name: 'InvalidDefinitionDescription',
  description:
    'Comment for build stage or argument should follow the format: `# <arg/stage name> <description>`. If this is not intended to be a description comment, add an empty line or comment between the instruction and the comment.',
  url: ruleUrl('invalid-definition-description'),
  experimental: true,
  message: (instruction, name) => `Comment for ${instruction} should follow the format: \`# ${name} <description>\``,
  bad: '# check=experimental=all\nFROM alpine\n# not about it\nARG VERSION=1\n',
  good: '# check=experimental=all\nFROM alpine\n# VERSION is the version number\nARG VERSION=1\n',
};

/** The name that the comment should begin with, or undefined where it does or there is none. `names` are those defined. */
export function expectedDescription(comments: readonly string[], names: readonly string[]): string | undefined {
  const comment = comments.at(-1);
  if (comment === undefined || names.length === 0 || names.includes(comment.split(' ', 1)[0] ?? '')) return undefined;
  return names.length > 1 ? '<arg_key>' : names[0];
}
