/**
 * A Spring Boot archive as a value: its parts with digest and size, in the order of its layers. The described bytes of
 * the archive carry it as their seed, so that `java -Djarmode=tools` can take it apart again.
 */
import type { Process } from '../../system/process.ts';

export interface Part {
  /** `dependencies`, `spring-boot-loader`, `snapshot-dependencies`, `application` */
  readonly layer: string;
  /** Path in the extracted folder of its layer. */
  readonly path: string;
  readonly size: number;
  readonly seed: string;
}

const MARK = 'spring boot jar\n';

/** The layers of `layers.idx`, from the rarest change to the most frequent. */
export const LAYERS: readonly string[] = ['dependencies', 'spring-boot-loader', 'snapshot-dependencies', 'application'];

/** The seed of an archive with these parts. */
export function seedOf(parts: readonly Part[]): string {
  return MARK + parts.map(({ layer, path, size, seed }) => [layer, path, size, seed].join('\t')).join('\n');
}

/** The parts of the archive at a path; undefined where it is none that Spring Boot made. */
export function partsOf(process: Process, path: string): readonly Part[] | undefined {
  const inode = process.peek(path);
  if (inode?.type !== 'file' || inode.isReal || inode.content.kind !== 'described' || !inode.content.seed.startsWith(MARK)) return undefined;
  return inode.content.seed.slice(MARK.length).split('\n').map((line) => {
    const [layer = '', at = '', size = '0', seed = ''] = line.split('\t');
    return { layer, path: at, size: Number(size), seed };
  });
}
