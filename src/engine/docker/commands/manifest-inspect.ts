import { between } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker manifest inspect`. */
export const manifestInspectCommand: Command = {
  paths: ['manifest inspect'],
  use: '[OPTIONS] [MANIFEST_LIST] MANIFEST',
  about: 'Display an image manifest, or manifest list',
  long: `Display an image manifest, or manifest list

EXPERIMENTAL:
  docker manifest inspect is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
  flags: `
      --insecure   Allow communication with an insecure registry
  -v, --verbose    Output additional info including layers and platform
`,
  takes: between(1, 2),
  run({ session }) {
    return session.err('not yet\n');
  },
};
