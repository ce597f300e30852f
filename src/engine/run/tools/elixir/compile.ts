/** `mix compile`: reads `lib`, `mix.exs`, translations and the project's own section of the configuration; writes `_build`. */
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, filesBelow } from '../artifacts.ts';
import { emulation, modelled } from '../model.ts';
import { compileDeps } from './deps.ts';
import { BASIS } from './packages.ts';
import { fails, projectSeed, seedAt, type Session } from './session.ts';
import { syntaxError } from './syntax.ts';

export function compile(session: Session): number {
  const { process, project, build } = session;
  const deps = compileDeps(session);
  if (typeof deps === 'number') return deps;
  const seed = projectSeed(session);
  const ebin = `${build}/lib/${project.app}/ebin`;
  let { duration, bytes } = deps;
  if (seedAt(process, `${ebin}/${project.app}.app`) !== seed) {
    const sources = filesBelow(process, 'lib', (name) => /\.(ex|heex|eex)$/.test(name));
    const modules = sources.filter((path) => path.endsWith('.ex'));
    for (const path of modules) {
      const error = syntaxError(process.readFile(path), path);
      if (error !== undefined) return fails(process, `\n== Compilation error in file ${path} ==\n${error}`);
    }
    const size = sources.reduce((sum, path) => sum + 4000 + bytesBelow(process, path) * 2, 0);
    process.out(`${modules.length > 0 ? `Compiling ${modules.length} file${modules.length === 1 ? '' : 's'} (.ex)\n` : ''}Generated ${project.app} app\n`);
    writeDescribed(process, `${ebin}/${project.app}.beams`, size, `${seed} code`);
    writeDescribed(process, `${ebin}/${project.app}.app`, 900, seed);
    duration += (1500 + sources.length * 90) * emulation(process);
    bytes += size;
  }
  modelled(process, 'mix', Math.round(900 + duration), bytes, BASIS);
  return 0;
}
