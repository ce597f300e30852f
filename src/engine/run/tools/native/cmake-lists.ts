/** `CMakeLists.txt`, as far as small projects use it: variables, globs, executables, libraries, what is linked to what. */
import { compilePattern, matches } from '../../shell/glob.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';

export interface Target {
  readonly name: string;
  readonly library: boolean;
  readonly sources: readonly string[];
  readonly links: readonly string[];
}

/** What an `install` command puts somewhere: targets by name, or files. */
export interface Install {
  readonly targets: readonly string[];
  readonly files: readonly string[];
  /** Directory below the prefix; where targets go by their kind, undefined. */
  readonly destination: string | undefined;
}

export interface Project {
  readonly targets: readonly Target[];
  readonly includes: readonly string[];
  readonly installs: readonly Install[];
}

/** Reads the lists of a directory and of those it adds. */
export function readLists(process: Process, dir: string, depth = 0): Project | undefined {
  const text = attempt(() => process.readFile(`${dir}/CMakeLists.txt`)).value;
  if (text === undefined || depth > 8) return undefined;
  const variables = new Map([['CMAKE_SOURCE_DIR', [dir]], ['CMAKE_CURRENT_SOURCE_DIR', [dir]], ['PROJECT_SOURCE_DIR', [dir]], ['CMAKE_INSTALL_BINDIR', ['bin']], ['CMAKE_INSTALL_LIBDIR', ['lib']], ['CMAKE_INSTALL_INCLUDEDIR', ['include']]]);
  const expand = (word: string): string[] => {
    const whole = /^\$\{(\w+)\}$/.exec(word);
    if (whole) return variables.get(whole[1]!) ?? [];
    return [word.replace(/\$\{(\w+)\}/g, (_, name: string) => (variables.get(name) ?? []).join(';'))];
  };
  const targets: Target[] = [];
  const includes: string[] = [];
  const installs: Install[] = [];
  const full = (path: string) => (path.startsWith('/') ? path : `${dir}/${path}`);
  for (const [, command = '', body = ''] of text.replace(/#.*/g, '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    process.limits.step(5);
    const words = (body.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')).flatMap(expand);
    const [first = '', ...rest] = words;
    switch (command.toLowerCase()) {
      case 'set':
        variables.set(first, rest);
        break;
      case 'file':
        if (first.startsWith('GLOB')) variables.set(rest[0]!, rest.slice(1).filter((word) => word !== 'CONFIGURE_DEPENDS').flatMap((pattern) => glob(process, full(pattern))));
        break;
      case 'add_executable':
      case 'add_library':
        targets.push({ name: first, library: command.toLowerCase() === 'add_library', sources: rest.filter((word) => /\.(c|cc|cpp|cxx)$/.test(word)).map(full), links: [] });
        break;
      case 'target_link_libraries': {
        const at = targets.findIndex(({ name }) => name === first);
        if (at >= 0) targets[at] = { ...targets[at]!, links: [...targets[at]!.links, ...rest.filter((word) => !/^(PUBLIC|PRIVATE|INTERFACE)$/.test(word))] };
        break;
      }
      case 'include_directories':
        includes.push(...words.map(full));
        break;
      case 'target_include_directories':
        includes.push(...rest.filter((word) => !/^(PUBLIC|PRIVATE|INTERFACE)$/.test(word)).map(full));
        break;
      case 'add_subdirectory': {
        const below = readLists(process, full(first), depth + 1);
        targets.push(...(below?.targets ?? []));
        includes.push(...(below?.includes ?? []));
        installs.push(...(below?.installs ?? []));
        break;
      }
      case 'install':
        installs.push(readInstall(words, full));
    }
  }
  return { targets, includes, installs };
}

/** `install(TARGETS a b DESTINATION bin)`, `install(FILES … DESTINATION …)`. */
function readInstall([kind, ...words]: readonly string[], full: (path: string) => string): Install {
  const at = words.indexOf('DESTINATION');
  const end = words.findIndex((word) => /^(RUNTIME|LIBRARY|ARCHIVE|DESTINATION|EXPORT|COMPONENT|PUBLIC_HEADER|INCLUDES|TYPE)$/.test(word));
  const listed = words.slice(0, end < 0 ? undefined : end);
  const several = words.filter((word) => word === 'DESTINATION').length > 1;
  const destination = at < 0 || several ? undefined : words[at + 1]?.replace(/^$/, '.');
  if (kind === 'TARGETS') return { targets: listed, files: [], destination };
  return { targets: [], files: kind === 'FILES' || kind === 'PROGRAMS' ? listed.map(full) : [], destination: destination ?? '.' };
}

function glob(process: Process, pattern: string): string[] {
  const slash = pattern.lastIndexOf('/');
  const dir = pattern.slice(0, slash);
  const inode = process.peek(dir);
  const compiled = compilePattern(pattern.slice(slash + 1));
  return inode?.type === 'dir' ? inode.names().filter((name) => matches(compiled, name)).map((name) => `${dir}/${name}`) : [];
}
