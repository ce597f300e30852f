import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { containerDetails } from '../containers/details.ts';
import { inspectAll } from '../format/inspect.ts';
import { imageDetails } from '../images/details.ts';

/** `docker inspect`. */
export const inspectCommand: Command = {
  paths: ['inspect'],
  use: '[OPTIONS] NAME|ID [NAME|ID...]',
  about: 'Return low-level information on Docker objects',
  flags: `
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -s, --size            Display total file sizes if the type is container
      --type string     Only inspect objects of the given type
`,
  takes: atLeast(1),
  run({ flags, args, session }) {
    const type = flags.text('type') ?? '';
    if (!['', 'image', 'container'].includes(type)) return session.err(`docker inspect: objects of type ${type} are not simulated here.\n`);
    return inspectAll(session, args, flags.text('format'), (name) => {
      const container = type === 'image' ? undefined : containerDetails(session, name);
      if (container) return container;
      const image = type === 'container' ? undefined : imageDetails(session, name);
      if (image && !('error' in image)) return image;
      if (type === 'image' && image) return { error: `Error response from daemon: ${image.error}` };
      return { error: type === 'container' ? `Error response from daemon: No such container: ${name}` : `Error: No such object: ${name}` };
    });
  },
};
