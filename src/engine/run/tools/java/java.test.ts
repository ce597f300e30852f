import { describe, expect, it } from 'vitest';
import { dirOf, described, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode, FileNode } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';
import { javaTools } from './index.ts';

const pom = (more = '') => `<project><groupId>a</groupId><artifactId>svc</artifactId><version>1.2</version>${more}</project>`;

function run(files: Record<string, string>, command: string, from?: DirNode) {
  let root = from ?? dirOf([
    ['bin', symlink('usr/bin')],
    ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])],
    ['root', emptyDir()],
    ['usr', dirOf([['bin', dirOf(['dash', 'rm', ...javaTools.flatMap(({ name, aliases = [] }) => [name, ...aliases])].map((name) => [name, described(1000, name, { mode: 0o755 })] as const).concat([['sh', symlink('dash')] as never]))]])],
  ]);
  for (const [path, text] of Object.entries(files)) root = put(root, `/app/${path}`, file(text));
  const result = exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

describe('Java build tools', () => {
  it.each([
    ['mvn package', { x: '' }, 1, 'there is no POM in this directory (/app)'],
    ['mvn package', { 'pom.xml': '<project><a></project>' }, 1, 'Non-parseable POM pom.xml'],
    ['mvn package', { 'pom.xml': pom('<modules><module>api</module></modules>') }, 1, 'Child module /app/api of /app/pom.xml does not exist'],
    ['mvn -o package', { 'pom.xml': pom() }, 1, 'in offline mode'],
    ['mvn', { 'pom.xml': pom() }, 1, 'No goals have been specified'],
    ['mvn -v', { x: '' }, 0, 'Apache Maven 3'],
    ['gradle build', { x: '' }, 1, 'does not contain a Gradle build'],
    ['java -jar nope.jar', { x: '' }, 1, 'Unable to access jarfile nope.jar'],
    ['java -jar gradle/wrapper/gradle-wrapper.jar build', { 'gradle/wrapper/gradle-wrapper.jar': 'x' }, 1, 'gradle-wrapper.properties'],
    ['java -version', { x: '' }, 0, 'openjdk version'],
    ['javac Nope.java', { x: '' }, 2, 'error: file not found: Nope.java'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(files, command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('downloads once: the second build works offline', () => {
    const first = run({ 'pom.xml': pom() }, 'mvn dependency:go-offline');
    expect(run({}, 'mvn -o package', first.root).exitCode).toBe(0);
  });

  it('skips tests when it is told to', () => {
    const files = { 'pom.xml': pom(), 'src/main/java/A.java': 'class A {}', 'src/test/java/T.java': 'class T {}' };
    expect(run(files, 'mvn package -DskipTests').duration).toBeLessThan(run(files, 'mvn package').duration - 5000);
  });

  it('takes an archive of Spring Boot apart into its layers', () => {
    const plugin = '<build><finalName>app</finalName><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build><dependencies><dependency><groupId>g</groupId><artifactId>lib</artifactId><version>1-SNAPSHOT</version></dependency></dependencies>';
    const result = run({ 'pom.xml': pom(plugin), 'src/main/java/A.java': 'class A {}' }, 'mvn package && java -Djarmode=tools -jar target/app.jar extract --layers --destination x');
    expect((get(result.root, '/app/x') as DirNode).entries.size).toBe(4);
    expect((get(result.root, '/app/x/snapshot-dependencies/lib/lib-1-SNAPSHOT.jar') as FileNode).type).toBe('file');
  });

  describe('with modules', () => {
    const plugin = '<build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>';
    const child = (artifact: string, more = '') => `<project><parent><groupId>a</groupId><artifactId>svc</artifactId><version>1.2</version></parent><artifactId>${artifact}</artifactId>${more}</project>`;
    const needsCore = '<dependencies><dependency><groupId>a</groupId><artifactId>core</artifactId><version>${project.version}</version></dependency></dependencies>';
    const modules = {
      'pom.xml': pom('<packaging>pom</packaging><modules><module>api</module><module>core</module><module>jobs</module></modules>'),
      'api/pom.xml': child('api', needsCore + plugin),
      'api/src/main/java/Api.java': 'class Api {}',
      'core/pom.xml': child('core'),
      'core/src/main/java/Core.java': 'class Core {}',
      'jobs/pom.xml': child('jobs'),
      'jobs/src/main/java/Jobs.java': 'class Jobs {}',
    };
    const jars = (root: DirNode) => ['api', 'core', 'jobs'].filter((name) => get(root, `/app/${name}/target/${name}-1.2.jar`));

    it.each([
      ['mvn package', ['api', 'core', 'jobs']],
      ['mvn package -pl jobs', ['jobs']],
      ['mvn package -pl core,:jobs', ['core', 'jobs']],
      ['mvn package --projects api --also-make', ['api', 'core']],
      ["mvn package -pl '!jobs'", ['api', 'core']],
      ['mvn install -pl core && rm -r core/target && mvn package -pl api', ['api']],
    ])('%s makes %j', (command, made) => {
      expect(jars(run(modules, command).root)).toEqual(made);
    });

    it.each([
      ['mvn package -pl nope', 'Could not find the selected project in the reactor: nope'],
      ['mvn package -pl api', 'Could not find artifact a:core:jar:1.2'],
      ["mvn package -pl '!jobs,!api,!core,!.'", 'no projects to build'],
    ])('%s fails', (command, words) => {
      const result = run(modules, command);
      expect(result.text).toContain(words);
      expect(result.exitCode).toBe(1);
    });

    it('packs what was edited in a module into the archive that holds it', () => {
      const seed = (files: Record<string, string>) => {
        const node = get(run({ ...modules, ...files }, 'mvn package -pl api -am').root, '/app/api/target/api-1.2.jar');
        return node?.type === 'file' && node.content.kind === 'described' ? node.content.seed : undefined;
      };
      expect(seed({})).toBeDefined();
      expect(seed({ 'jobs/src/main/java/Jobs.java': 'class Jobs { int n; }' })).toBe(seed({}));
      expect(seed({ 'core/src/main/java/Core.java': 'class Core { int n; }' })).not.toBe(seed({}));
    });
  });

  describe('with projects of Gradle', () => {
    const projects = {
      'settings.gradle.kts': 'rootProject.name = "shop"\n// include("old")\ninclude("api", "jobs")\ninclude(":libs:core")\n',
      'build.gradle.kts': 'plugins {\n  id("org.springframework.boot") version "3.5.7" apply false\n}\n',
      'gradle.properties': 'version=1.2\n',
      'api/build.gradle.kts': 'plugins {\n  id("org.springframework.boot")\n}\ndependencies {\n  implementation(project(":libs:core"))\n}\n',
      'api/src/main/java/Api.java': 'class Api {}',
      'jobs/build.gradle': "plugins {\n  id 'java'\n}\n",
      'jobs/src/main/java/Jobs.java': 'class Jobs {}',
      'libs/core/src/main/java/Core.java': 'class Core {}',
    };
    const paths = ['api/build/libs/api-1.2.jar', 'jobs/build/libs/jobs-1.2.jar', 'libs/core/build/libs/core-1.2.jar', 'build/libs/shop-1.2.jar'];
    const jars = (root: DirNode) => paths.filter((path) => get(root, `/app/${path}`)).map((path) => path.split('/').at(-1));

    it.each([
      ['gradle build', ['api-1.2.jar', 'jobs-1.2.jar', 'core-1.2.jar']],
      ['gradle :api:bootJar', ['api-1.2.jar', 'core-1.2.jar']],
      ['gradle jobs:jar', ['jobs-1.2.jar']],
      ['gradle libs:core:assemble -x test', ['core-1.2.jar']],
      ['gradle dependencies', []],
    ])('%s makes %j', (command, made) => {
      const result = run(projects, command);
      expect([result.exitCode, jars(result.root)]).toEqual([0, made]);
    });

    it.each([
      ['gradle :web:build', projects, "project 'web' not found in root project 'shop'"],
      ['gradle build', { ...projects, 'settings.gradle.kts': 'include("nope")\n' }, "Configuring project ':nope' without an existing directory is not allowed."],
      ['gradle build', { ...projects, 'settings.gradle.kts': 'include("(+[")\n' }, 'without an existing directory'],
    ])('%s fails', (command, files, words) => {
      const result = run(files, command);
      expect(result.text).toContain(words);
      expect(result.exitCode).toBe(1);
    });

    it('packs what was edited in a project into the archive that holds it', () => {
      const seed = (files: Record<string, string>) => {
        const node = get(run({ ...projects, ...files }, 'gradle :api:bootJar').root, `/app/${paths[0]!}`);
        return node?.type === 'file' && node.content.kind === 'described' ? node.content.seed : undefined;
      };
      expect(seed({})).toBeDefined();
      expect(seed({ 'jobs/src/main/java/Jobs.java': 'class Jobs { int n; }' })).toBe(seed({}));
      expect(seed({ 'libs/core/src/main/java/Core.java': 'class Core { int n; }' })).not.toBe(seed({}));
    });
  });

  it('leaves programs that are not known to the note', () => {
    expect(run({ 'a.jar': 'x' }, 'java -jar a.jar').fidelity).toBe('not-simulated');
  });
});
