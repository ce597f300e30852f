/** `*.csproj` and solutions: packages, references to other projects, what a project is called. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { elementsAt, readXml, textAt } from '../manifests/xml.ts';

export interface Project {
  /** `src/Api/Api.csproj` */
  readonly path: string;
  readonly dir: string;
  readonly name: string;
  readonly framework: string;
  readonly packages: readonly { readonly name: string; readonly version: string }[];
  /** Paths of other projects. */
  readonly references: readonly string[];
}

/** A path without `.` and `..`, with slashes. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0) parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}

/** A project file; undefined where there is none, MSBuild's words where it cannot be read. */
export function readProject(process: Process, given: string): Project | { readonly error: string } | undefined {
  const path = normal(given);
  const text = attempt(() => process.readFile(path)).value;
  if (text === undefined) return undefined;
  const read = readXml(text);
  if ('error' in read) return { error: `${path}(${read.line},1): error MSB4025: The project file could not be loaded. ${read.error}` };
  const slash = path.lastIndexOf('/');
  const dir = slash < 0 ? '.' : path.slice(0, slash);
  return {
    path,
    dir,
    name: textAt(read.value, 'PropertyGroup/AssemblyName') ?? path.slice(slash + 1).replace(/\.\w+$/, ''),
    framework: textAt(read.value, 'PropertyGroup/TargetFramework') ?? 'net10.0',
    packages: elementsAt(read.value, 'ItemGroup/PackageReference').map(({ attributes }) => ({ name: attributes.Include ?? '', version: attributes.Version ?? '' })),
    references: elementsAt(read.value, 'ItemGroup/ProjectReference').map(({ attributes }) => normal(`${dir}/${attributes.Include ?? ''}`)),
  };
}

/** Project files that a solution or a folder names; empty where there is nothing to build. */
export function projectFiles(process: Process, given: string): readonly string[] {
  if (/\.\w+proj$/.test(given)) return [given];
  if (!/\.slnx?$/.test(given)) {
    const inode = process.peek(given);
    const names = inode?.type === 'dir' ? inode.names() : [];
    const found = names.find((name) => /\.slnx?$/.test(name)) ?? names.find((name) => /\.(cs|fs|vb)proj$/.test(name));
    return found === undefined ? [] : projectFiles(process, given === '.' ? found : `${given}/${found}`);
  }
  const text = attempt(() => process.readFile(given)).value ?? '';
  const dir = given.includes('/') ? `${given.slice(0, given.lastIndexOf('/'))}/` : '';
  return [...text.matchAll(/^Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"([^"]+proj)"|<Project\s+Path="([^"]+)"/gm)].map(([, a, b]) => normal(dir + (a ?? b ?? '')));
}
