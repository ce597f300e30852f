import { found, text, type Kit } from './kit.ts';
import { java } from './maven.ts';

/** A Gradle project that packages what is copied out of `build/libs`. */
export const gradle: Kit = {
  image: /(?:^|\/)gradle\b/,
  command: /\bgradlew?\b/,
  manifest: /^(?:build|settings)\.gradle(?:\.kts)?$|^gradlew$|^\*\.gradle(?:\.kts)?$/,
  files({ words, taken, named }) {
    const archive = found(`${taken.join('\n')}\n${words}`, /\bbuild\/libs\/([\w.-]+\.[jw]ar)\b/g)[0] ?? 'app.jar';
    const kotlin = named.some((path) => path.endsWith('.kts')) ? '.kts' : '';
    const script = kotlin ? ['plugins {', '    java', '}', '', `tasks.jar { archiveFileName = "${archive}" }`] : ['plugins {', "    id 'java'", '}', '', `jar { archiveFileName = '${archive}' }`];
    return {
      [`build.gradle${kotlin}`]: text(...script),
      [`settings.gradle${kotlin}`]: text(kotlin ? 'rootProject.name = "app"' : "rootProject.name = 'app'"),
      'gradle.properties': text('org.gradle.caching=true'),
      gradlew: { ...text('#!/bin/sh', 'APP_HOME=$(cd -P "$(dirname "$0")" > /dev/null && pwd -P) || exit', 'JAVACMD=java', 'if [ -n "$JAVA_HOME" ]; then', '  JAVACMD=$JAVA_HOME/bin/java', 'fi', 'exec "$JAVACMD" -jar "$APP_HOME/gradle/wrapper/gradle-wrapper.jar" "$@"'), mode: 0o755 },
      'gradle/wrapper/gradle-wrapper.jar': text('made up'),
      'gradle/wrapper/gradle-wrapper.properties': text('distributionUrl=https\\://services.gradle.org/distributions/gradle-8.10-bin.zip'),
      'src/main/java/com/example/App.java': java,
    };
  },
  edits: [/App\.java$/, /build\.gradle/],
};
