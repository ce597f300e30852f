/** `mvn`: reads the sources here and writes one artifact that changes with them. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import { writeDescribed } from '../../system/writing.ts';
import { dependencies, sources } from '../build-inputs.ts';
import { modelled } from '../model.ts';
import type { Tool } from '../tool.ts';

export const maven: Tool = {
  name: 'mvn',
  aliases: ['mvnw'],
  run(process, args) {
    const pom = attempt(() => process.readFile('pom.xml')).value;
    if (pom === undefined) {
      process.out(`[ERROR] The goal you specified requires a project to execute but there is no POM in this directory (${process.cwd}). Please verify you invoked Maven from the correct directory.\n`);
      return 1;
    }
    const home = process.env.get('HOME') ?? '/root';
    const cached = dependencies(process, `${home}/.m2/repository`, ['pom.xml'], 60_000_000);
    const own = pom.replace(/<parent>[\s\S]*?<\/parent>/, '');
    const name = `${/<artifactId>([^<]+)/.exec(own)?.[1] ?? 'app'}-${/<version>([^<]+)/.exec(own)?.[1] ?? '1.0'}`;
    const packs = args.some((arg) => /^(package|install|verify|deploy)$/.test(arg));
    if (packs) writeDescribed(process, `target/${name}.jar`, 22_000_000, sha256(`mvn ${args.join(' ')} ${sources(process)}`));
    process.out('[INFO] BUILD SUCCESS\n');
    modelled(process, 'mvn', (cached ? 1500 : 45_000) + (packs ? 12_000 : 0), packs ? 22_000_000 : 0, 'Estimated: a service with 60 MB of dependencies.');
    return 0;
  },
};
