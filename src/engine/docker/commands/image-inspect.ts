import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { inspectAll } from '../format/inspect.ts';
import { imageDetails } from '../images/details.ts';

/** `docker image inspect`. */
export const imageInspectCommand: Command = {
  paths: ['image inspect'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  about: 'Display detailed information on one or more images',
  flags: `
  -f, --format string     Format output using a custom template:
                          'json':             Print in JSON format
                          'TEMPLATE':         Print output using the given Go template.
                          Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --platform string   Inspect a specific platform of the multi-platform image.
                          If the image or the server is not multi-platform capable, the command will error out if the platform does not match.
                          'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)
`,
  takes: atLeast(1),
  run({ flags, args, session }) {
    const platform = flags.text('platform');
    return inspectAll(session, args, flags.text('format'), (name) => {
      const details = imageDetails(session, name, platform);
      return 'error' in details ? { error: `Error response from daemon: ${details.error}` } : details;
    });
  },
};
