/** What the fields of an operation's key are called: `solver/keys` names them in the order of the key. */
import type { Message } from '../source/message.ts';

/** Fields that there is one of. */
const single: Readonly<Record<string, string>> = {
  'working directory': 'why.field-folder',
  user: 'why.field-user',
  'host name': 'why.field-host-name',
  'cgroup parent': 'why.field-cgroup',
  network: 'why.field-network',
  security: 'why.field-security',
  platform: 'why.field-platform',
  image: 'why.field-image',
  manifest: 'why.field-manifest',
  'layer chain': 'why.field-chain',
  address: 'why.field-address',
  command: 'why.field-command',
  'parent image': 'why.field-parent-image',
  layers: 'why.field-layers',
};

/** Fields of a copy or of a new file; numbered where an instruction makes several. */
const numbered: Readonly<Record<string, string>> = {
  'source name': 'why.field-source',
  destination: 'why.field-destination',
  mode: 'why.field-mode',
  owner: 'why.field-owner',
  group: 'why.field-group',
  include: 'why.field-include',
  exclude: 'why.field-exclude',
  required: 'why.field-required',
  unpack: 'why.field-unpack',
  'replace existing paths': 'why.field-replace',
  timestamp: 'why.field-time',
  folder: 'why.field-made-folder',
  file: 'why.field-file',
  contents: 'why.field-contents',
};

/** Fields with a name of their own behind the first word. */
const named: Readonly<Record<string, string>> = {
  environment: 'why.field-environment',
  host: 'why.field-host',
  ulimit: 'why.field-limit',
  secret: 'why.field-secret',
  mount: 'why.field-mount',
};

/** The label of a field, by its name in the key; the name itself where it is not known. */
export function fieldLabel(name: string): Message {
  const own = single[name];
  if (own !== undefined) return { id: own };
  const [, kind = name, number] = /^(.*?)(?: (\d+))?$/.exec(name) ?? [];
  if (kind === 'argument') return { id: 'why.field-argument', values: { n: Number(number ?? 0) } };
  const counted = numbered[kind];
  if (counted !== undefined) return { id: counted, values: { n: Number(number ?? 0) } };
  const [, word = '', rest = ''] = /^(\S+) (.*)$/s.exec(name) ?? [];
  const labelled = named[word];
  return labelled === undefined ? { id: 'why.field', values: { name } } : { id: labelled, values: { name: rest } };
}
