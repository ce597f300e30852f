/** The Gradle wrapper: reads `gradle-wrapper.properties`, downloads that distribution once into the user home, then is it. */
import { attempt } from '../../system/errno.ts';
import { toText } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, transferTime } from '../model.ts';
import { gradleHome, runGradle } from './gradle.ts';

const BASIS = 'A binary distribution of Gradle is 135 MB to download and 150 MB unpacked, at 100 Mbit/s.';
const ZIP = 135_000_000;
const UNPACKED = 150_000_000;

/** Runs the wrapper whose jar is at `jar`. */
export function runWrapper(process: Process, jar: string, args: readonly string[]): number {
  const path = jar.replace(/\.jar$/, '.properties');
  const text = attempt(() => process.readFile(path)).value;
  if (text === undefined) {
    process.err(`Exception in thread "main" java.lang.RuntimeException: Wrapper properties file '${toText(path)}' does not exist.\n`);
    return 1;
  }
  const url = /^distributionUrl\s*=\s*(\S+)/m.exec(text)?.[1]?.replaceAll('\\:', ':');
  const version = /gradle-([\d.]+(?:-\w+)*?)-(?:bin|all)\.zip/.exec(url ?? '')?.[1];
  if (url === undefined || version === undefined) {
    process.err(`Exception in thread "main" java.lang.RuntimeException: Could not load wrapper properties from '${toText(path)}'.\n`);
    return 1;
  }
  const name = url.split('/').at(-1)!.replace('.zip', '');
  const dist = `${gradleHome(process)}/wrapper/dists/${name}/${sha256(url).slice(7, 32)}`;
  if (!process.peek(`${dist}/gradle-${version}/bin/gradle`)) {
    process.out(`Downloading ${url}\n`);
    if (process.machine.request.network === 'none') {
      process.err('Exception in thread "main" java.net.UnknownHostException: services.gradle.org\n');
      return 1;
    }
    writeDescribed(process, `${dist}/gradle-${version}/lib/gradle.files`, UNPACKED - 6000, `gradle ${version}`);
    writeDescribed(process, `${dist}/gradle-${version}/bin/gradle`, 6000, `gradle ${version} start`, 0o755);
    writeDescribed(process, `${dist}/${name}.zip.ok`, 0, 'ok');
    modelled(process, 'gradle-wrapper', transferTime(ZIP, UNPACKED), UNPACKED, BASIS);
  }
  return runGradle(process, args, version);
}
