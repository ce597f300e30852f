import type { VolumeCommand } from '../instruction.ts';
import { trimSpace } from '../go/space.ts';
import { expandAll } from './expansion.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** Directories whose content is not in the image’s layers. */
export const volume: InstructionSpec<VolumeCommand> = {
  keyword: 'VOLUME',
  form: 'json-or-list',
  flags: [],
  read(node) {
    if (node.args.length === 0) return failure('VOLUME requires at least one argument');
    const flags = readFlags(node.flags, volume.flags);
    if (!flags.ok) return flags;
    const volumes = node.args.map(trimSpace);
    if (volumes.includes('')) return failure('VOLUME specified can not be an empty string');
    return success({ type: 'VOLUME', ...sourceOf(node), volumes });
  },
  expand(command, expand) {
    const words = expandAll(command.volumes, expand);
    return words.ok ? success({ ...command, volumes: words.value }) : words;
  },
  expands: 'Each path.',
  usage: ['VOLUME <path>...', 'VOLUME ["<path>"...]'],
  documentation: `Directories whose content lives outside the container's own layer: each \`docker run\` gives them a new volume unless it names one.`,
  completions: ['VOLUME ${path}'],
};
