/** Maven's reactor: the project with its modules in the order that they are built in, and those that `-pl` and `-am` choose. */
import { toText } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { readPom, type Pom } from './pom.ts';

/** `group:artifact` of a project. */
export function keyOf({ group, artifact }: { readonly group: string; readonly artifact: string }): string {
  return `${group}:${artifact}`;
}

/** The project and its modules, those that others need first; Maven's words where one cannot be read. */
export function readProjects(process: Process, file: string): readonly Pom[] | string {
  const root = readPom(process, file);
  const here = toText(process.cwd);
  if (root === 'missing') return file === 'pom.xml' ? `The goal you specified requires a project to execute but there is no POM in this directory (${here}). Please verify you invoked Maven from the correct directory.` : `POM file ${file} specified with the -f/--file command line argument does not exist`;
  if ('error' in root) return root.error;
  const found = [root];
  for (const pom of found) {
    process.limits.step(5);
    for (const module of pom.modules) {
      const dir = pom.dir === '.' ? module : `${pom.dir}/${module}`;
      const child = readPom(process, `${dir}/pom.xml`);
      if (child === 'missing') return `Child module ${here}/${dir} of ${here}/${pom.dir === '.' ? '' : `${pom.dir}/`}pom.xml does not exist`;
      if ('error' in child) return child.error;
      if (!found.some((one) => one.dir === child.dir)) found.push(child);
    }
  }
  return inOrder(found);
}

function inOrder(projects: readonly Pom[]): readonly Pom[] {
  const done = new Set<Pom>();
  const visiting = new Set<Pom>();
  const visit = (pom: Pom) => {
    if (visiting.has(pom)) return;
    visiting.add(pom);
    needsOf(pom, projects).forEach(visit);
    done.add(pom);
  };
  projects.forEach(visit);
  return [...done];
}

function needsOf(pom: Pom, projects: readonly Pom[]): readonly Pom[] {
  return projects.filter((other) => other !== pom && pom.dependencies.some((one) => keyOf(one) === keyOf(other)));
}

/** Those that `-pl api,:core` chooses, with `-am` also those that they need; Maven's words where there is no such module. */
export function selected(projects: readonly Pom[], list: string | undefined, alsoMake: boolean): readonly Pom[] | string {
  if (list === undefined) return projects;
  const words = list.split(',').map((word) => word.trim()).filter((word) => word !== '');
  const matching = (word: string) => projects.find((pom) => pom.dir === word.replace(/^\.\/|\/$/g, '') || (word.includes(':') && (word === `:${pom.artifact}` || word === keyOf(pom))));
  const absent = words.find((word) => !matching(word.replace(/^[!-]/, '')));
  if (absent !== undefined) return `Could not find the selected project in the reactor: ${absent.replace(/^[!-]/, '')}`;
  const left = new Set(words.filter((word) => /^[!-]/.test(word)).map((word) => matching(word.slice(1))!));
  const named = words.filter((word) => !/^[!-]/.test(word)).map((word) => matching(word)!);
  const chosen = new Set((named.length > 0 ? named : projects).filter((pom) => !left.has(pom)));
  if (alsoMake) for (const pom of chosen) for (const need of [...needsOf(pom, projects), ...projects.filter((one) => pom.parent?.startsWith(`${keyOf(one)}:`))]) chosen.add(need);
  return chosen.size === 0 ? 'The project selection left no projects to build.' : projects.filter((pom) => chosen.has(pom));
}
