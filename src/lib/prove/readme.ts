/** The README of the archive, in the reader's language. */
import type { Message } from '#engine/source/message.ts';
import type { Proof } from './proof.ts';

export function readme({ title, machine, builds }: Proof, say: (message: Message) => string): string {
  const paragraph = (id: string, values: Message['values'] = {}): string => say({ id, values });
  const marks = builds.flatMap(({ number, unproved, notes }) => [...(unproved ? [unproved.because] : []), ...notes].map((message) => `- ${say({ id: 'prove.of-build', values: { n: number, what: message } })}`));
  return [
    `# ${paragraph('prove.readme-title')}`,
    paragraph('prove.readme-about', { title: oneLine(title), machine: oneLine(machine), builds: builds.length }),
    `## ${paragraph('prove.readme-run')}`,
    paragraph('prove.readme-needs'),
    '    sh prove.sh',
    paragraph('prove.readme-options'),
    `## ${paragraph('prove.readme-answers')}`,
    paragraph('prove.readme-verdicts'),
    paragraph('prove.readme-base'),
    paragraph('prove.readme-modelled'),
    `## ${paragraph('prove.readme-inside')}`,
    paragraph('prove.readme-files'),
    paragraph('prove.readme-filler'),
    ...(marks.length > 0 ? [`## ${paragraph('prove.readme-left')}`, marks.join('\n')] : []),
    '',
  ].join('\n\n');
}

/** A name must not begin a heading of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[`*_<>[\]#]/g, '\\$&');
