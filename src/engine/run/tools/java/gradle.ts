/** `gradle`: reads the sources here and writes one artifact that changes with them. */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { dependencies, sources } from '../build-inputs.ts';
import { modelled } from '../model.ts';
import type { Tool } from '../tool.ts';

export const gradle: Tool = {
  name: 'gradle',
  aliases: ['gradlew'],
  run(process, args) {
    const home = process.env.get('GRADLE_USER_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.gradle`;
    const cached = dependencies(process, `${home}/caches`, ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts'], 90_000_000);
    const packs = args.some((arg) => /(^|:)(build|assemble|bootJar|jar|installDist)$/.test(arg));
    const name = process.cwd.split('/').at(-1) || 'app';
    if (packs) writeDescribed(process, `build/libs/${name}.jar`, 22_000_000, sha256(`gradle ${args.join(' ')} ${sources(process)}`));
    process.out('BUILD SUCCESSFUL\n');
    modelled(process, 'gradle', cached ? 18_000 : 110_000, packs ? 22_000_000 : 0, 'A published gradle build took 110 s with the start of its daemon and the download of dependencies.');
    return 0;
  },
};
