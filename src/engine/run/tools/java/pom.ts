/** `pom.xml`: coordinates, dependencies, plugins and modules. Profiles and properties of parents are not read. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { elementsAt, readXml, textAt, type XmlElement } from '../manifests/xml.ts';

export interface Dependency {
  readonly group: string;
  readonly artifact: string;
  /** Absent where the parent decides it. */
  readonly version?: string;
  readonly scope: string;
}

export interface Pom {
  /** Folder that it is in, `.` or `api`. */
  readonly dir: string;
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly packaging: string;
  /** `org.springframework.boot:spring-boot-starter-parent:3.5.7` */
  readonly parent?: string;
  readonly dependencies: readonly Dependency[];
  readonly plugins: readonly string[];
  readonly modules: readonly string[];
  readonly finalName: string;
}

/** A project's description; `missing`, or Maven's words where it cannot be read. */
export function readPom(process: Process, path: string): Pom | 'missing' | { readonly error: string } {
  const text = attempt(() => process.readFile(path)).value;
  if (text === undefined) return 'missing';
  const read = readXml(text);
  if ('error' in read) return { error: `Non-parseable POM ${path}: ${read.error} (position: line ${read.line}) @ line ${read.line}` };
  const slash = path.lastIndexOf('/');
  return describe(read.value, slash < 0 ? '.' : path.slice(0, slash));
}

function describe(root: XmlElement, dir: string): Pom | { readonly error: string } {
  const properties = new Map(elementsAt(root, 'properties').flatMap(({ children }) => children.map(({ name, text }) => [name, text] as const)));
  const version = textAt(root, 'version') ?? textAt(root, 'parent/version') ?? '';
  const filled = (text: string) => text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => (/^(project\.)?version$/.test(name) ? version : (properties.get(name) ?? whole)));
  const artifact = textAt(root, 'artifactId');
  if (artifact === undefined) return { error: "'artifactId' is missing." };
  const parent = elementsAt(root, 'parent')[0];
  const finalName = textAt(root, 'build/finalName');
  return {
    dir,
    group: textAt(root, 'groupId') ?? textAt(root, 'parent/groupId') ?? '',
    artifact,
    version: filled(version),
    packaging: textAt(root, 'packaging') ?? 'jar',
    ...(parent && { parent: ['groupId', 'artifactId', 'version'].map((name) => textAt(parent, name) ?? '').join(':') }),
    dependencies: elementsAt(root, 'dependencies/dependency').map((one) => {
      const own = textAt(one, 'version');
      return { group: filled(textAt(one, 'groupId') ?? ''), artifact: textAt(one, 'artifactId') ?? '', scope: textAt(one, 'scope') ?? 'compile', ...(own !== undefined && { version: filled(own) }) };
    }),
    plugins: elementsAt(root, 'build/plugins/plugin').map((one) => textAt(one, 'artifactId') ?? ''),
    modules: elementsAt(root, 'modules/module').map(({ text }) => text),
    finalName: finalName === undefined ? `${artifact}-${filled(version)}` : filled(finalName).replaceAll('${project.artifactId}', artifact),
  };
}
