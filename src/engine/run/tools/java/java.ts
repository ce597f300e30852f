/** `java`: takes Spring Boot archives apart, starts the Gradle wrapper, tells its version. Other programs are not run. */
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import type { Process } from '../../system/process.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { LAYERS, partsOf, seedOf } from './boot-jar.ts';
import { runWrapper } from './gradle-wrapper.ts';

const BASIS = 'Estimated: the start of a JVM and the copy of the archive.';

export const java: Tool = {
  name: 'java',
  run(process, args) {
    if (args.some((arg) => /^-?-version$/.test(arg))) {
      const text = 'openjdk version "21.0.12" 2026-07-21 LTS\nOpenJDK Runtime Environment Temurin-21.0.12+8 (build 21.0.12+8-LTS)\n';
      if (args.includes('--version')) process.out(text.replace(' version', '').replaceAll('"', ''));
      else process.err(text);
      return 0;
    }
    const at = args.indexOf('-jar');
    const jar = args[at + 1];
    if (at < 0 || jar === undefined) return notSimulated(process, 'java', 'A program on the Java virtual machine');
    if (!process.peek(jar)) {
      process.err(`Error: Unable to access jarfile ${jar}\n`);
      return 1;
    }
    if (jar.endsWith('gradle-wrapper.jar')) return runWrapper(process, jar, args.slice(at + 2));
    const mode = args.slice(0, at).find((arg) => arg.startsWith('-Djarmode='))?.slice(10);
    if (mode === 'tools' || mode === 'layertools') return extract(process, jar, args.slice(at + 2), mode);
    return notSimulated(process, 'java', `java -jar ${jar}`);
  },
};

/** `-Djarmode=tools -jar app.jar extract --layers --destination d`; the older `layertools` puts layers into the folder itself. */
function extract(process: Process, jar: string, args: readonly string[], mode: 'tools' | 'layertools'): number {
  const parts = partsOf(process, jar);
  if (!parts) return notSimulated(process, 'java', `Taking ${jar} apart, which no simulated build made,`);
  if (args[0] === 'list' || args[0] === 'list-layers') {
    process.out(LAYERS.map((layer) => `${layer}\n`).join(''));
    return 0;
  }
  if (args[0] !== 'extract') return notSimulated(process, 'java', `jarmode ${args[0] ?? ''}`.trim());
  const layered = mode === 'layertools' || args.includes('--layers');
  const name = jar.split('/').at(-1)!;
  const launcher = mode === 'layertools' || args.includes('--launcher');
  const i = args.indexOf('--destination');
  const to = i >= 0 ? args[i + 1]! : mode === 'layertools' ? '.' : name.replace(/\.jar$/, '');
  let bytes = 0;
  const write = (layer: string, path: string, size: number, seed: string) => {
    writeDescribed(process, layered ? `${to}/${layer}/${path}` : `${to}/${path}`, size, seed);
    bytes += size;
  };
  if (launcher) for (const { layer, path, size, seed } of parts) write(layer, path, size, seed);
  else {
    // Without the launcher: libraries in lib/, and a thin jar that has the classes and names them on its class path.
    for (const { layer, path, size, seed } of parts) if (path.startsWith('BOOT-INF/lib/')) write(layer, path.replace('BOOT-INF/', ''), size, seed);
    const application = parts.filter(({ layer }) => layer === 'application');
    write('application', name, application.reduce((sum, one) => sum + one.size, 0), `thin ${seedOf(application)}`);
  }
  if (layered) for (const layer of LAYERS) makeDirectories(process, `${to}/${layer}`);
  modelled(process, 'java', 900 + Math.round(bytes / 60_000), bytes, BASIS);
  return 0;
}
