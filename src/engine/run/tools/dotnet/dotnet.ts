/** `dotnet`: reads the sources here and writes one artifact that changes with them. */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { dependencies, sources } from '../build-inputs.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

export const dotnet: Tool = {
  name: 'dotnet',
  run(process, args) {
    const [verb] = args;
    if (verb !== 'restore' && verb !== 'build' && verb !== 'publish' && verb !== 'test') return notSimulated(process, 'dotnet', `dotnet ${verb ?? ''}`.trim());
    const projects = process.directory('.').names().filter((name) => /\.(cs|fs)proj$/.test(name));
    const cached = dependencies(process, `${process.env.get('HOME') ?? '/root'}/.nuget/packages`, projects, 40_000_000);
    const at = args.findIndex((arg) => arg === '-o' || arg === '--output');
    const out = at >= 0 ? (args[at + 1] ?? 'out') : 'bin/Release/publish';
    const name = (projects[0] ?? 'app.csproj').replace(/\.\w+$/, '');
    const writes = verb === 'publish' || verb === 'build';
    if (writes) writeDescribed(process, `${out}/${name}.dll`, 3_000_000, sha256(`dotnet ${args.join(' ')} ${sources(process)}`));
    modelled(process, 'dotnet', (cached ? 900 : 14_000) + (writes ? 9000 : 0), writes ? 3_000_000 : 0, 'Estimated: a small service.');
    return 0;
  },
};
