/** Compiling and packing of a Java project, as Maven and Gradle both do it: same sources and libraries, same bytes. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf, filesBelow } from '../artifacts.ts';
import { seedOf, type Part } from './boot-jar.ts';

export interface Library {
  /** `postgresql-42.7.7.jar` */
  readonly name: string;
  readonly size: number;
  /** What it was made of, where it is a part of the same build. */
  readonly seed?: string;
}

export interface Packed {
  readonly bytes: number;
  /** Source files that were compiled. */
  readonly sources: number;
}

/** Writes the classes and resources of `src/main` to `classes`; what it reads decides the bytes. */
export function compileMain(process: Process, dir: string, classes: string): { readonly sources: number; readonly bytes: number; readonly digest: string } {
  const main = `${dir}/src/main`;
  const sources = filesBelow(process, main, (name) => /\.(java|kt|groovy)$/.test(name)).length;
  const bytes = Math.round(bytesBelow(process, main) * 0.9) + sources * 500;
  const digest = digestOf(process, [main]);
  if (process.peek(main)) writeDescribed(process, `${classes}/classes.files`, bytes, sha256(`classes ${digest}`));
  return { sources, bytes, digest };
}

/** Packs a jar; one of Spring Boot holds its libraries too. `stamp` is what the build tool itself puts into it, the version for one. */
export function packJar(process: Process, path: string, compiled: { readonly bytes: number; readonly digest: string }, libraries: readonly Library[], stamp: string, boot: boolean): number {
  const application: Part = { layer: 'application', path: 'BOOT-INF/classes/classes.files', size: compiled.bytes, seed: sha256(`classes ${compiled.digest}`) };
  const manifest: Part = { layer: 'application', path: 'META-INF/MANIFEST.MF', size: 420, seed: sha256(`manifest ${stamp}`) };
  if (!boot) {
    writeDescribed(process, path, compiled.bytes + 420, sha256(`jar ${stamp} ${compiled.digest}`));
    return compiled.bytes + 420;
  }
  const parts: Part[] = [
    ...libraries.map(({ name, size, seed }): Part => ({ layer: name.includes('-SNAPSHOT') ? 'snapshot-dependencies' : 'dependencies', path: `BOOT-INF/lib/${name}`, size, seed: sha256(`jar ${name}${seed === undefined ? '' : ` ${seed}`}`) })),
    { layer: 'spring-boot-loader', path: 'org/springframework/boot/loader.files', size: 300_000, seed: 'spring boot loader' },
    application,
    manifest,
  ];
  const bytes = parts.reduce((sum, part) => sum + part.size, 0);
  writeDescribed(process, path, bytes, seedOf(parts));
  return bytes;
}
