import type { ScenarioFile } from '#engine/workspace/scenario.ts';

const gradlew = `#!/bin/sh
APP_HOME=$(cd -P "$(dirname "$0")" > /dev/null && pwd -P) || exit
JAVACMD=java
if [ -n "$JAVA_HOME" ]; then
  JAVACMD=$JAVA_HOME/bin/java
fi
exec "$JAVACMD" -Xmx64m -Dorg.gradle.appname=gradlew -jar "$APP_HOME/gradle/wrapper/gradle-wrapper.jar" "$@"
`;

/** The build script, with one more dependency where there is one. */
export function script(more = ''): string {
  return `plugins {
    java
    id("org.springframework.boot") version "3.5.7"
    id("io.spring.dependency-management") version "1.1.7"
}

java {
    toolchain { languageVersion = JavaLanguageVersion.of(21) }
}

repositories {
    mavenCentral()
}

dependencies {
    implementation("org.springframework.boot:spring-boot-starter-web")
    implementation("org.springframework.boot:spring-boot-starter-actuator")
${more}    testImplementation("org.springframework.boot:spring-boot-starter-test")
}

tasks.bootJar { archiveFileName = "app.jar" }
`;
}

export const properties = (version: string) => `version=${version}\norg.gradle.caching=true\norg.gradle.parallel=true\n`;

export const wrapper = (version: string) => `distributionBase=GRADLE_USER_HOME
distributionPath=wrapper/dists
distributionUrl=https\\://services.gradle.org/distributions/gradle-${version}-bin.zip
zipStoreBase=GRADLE_USER_HOME
zipStorePath=wrapper/dists
`;

/** The controller, with its greeting. */
export function greeting(text: string): string {
  return `package com.example.hello;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Greeting {
    @GetMapping("/")
    String greet() {
        return "${text}";
    }
}
`;
}

export const readme = (line: string) => `# hello\n\n${line}\n`;

/** The project, without what only one version has. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.gradle/9.1.0/fileHashes/fileHashes.bin': { size: 61_440 },
  'README.md': { text: readme('Says hello.') },
  'build/libs/app.jar': { size: 20_900_000 },
  'build.gradle.kts': { text: script() },
  'gradle.properties': { text: properties('2.3.0') },
  'gradle/wrapper/gradle-wrapper.jar': { size: 45_633 },
  'gradle/wrapper/gradle-wrapper.properties': { text: wrapper('9.1.0') },
  gradlew: { text: gradlew, mode: 0o755 },
  'settings.gradle.kts': { text: 'rootProject.name = "hello"\n' },
  'src/main/java/com/example/hello/Application.java': { text: 'package com.example.hello;\n\nimport org.springframework.boot.SpringApplication;\nimport org.springframework.boot.autoconfigure.SpringBootApplication;\n\n@SpringBootApplication\npublic class Application {\n    public static void main(String[] args) {\n        SpringApplication.run(Application.class, args);\n    }\n}\n' },
  'src/main/java/com/example/hello/Greeting.java': { text: greeting('Hello') },
  'src/test/java/com/example/hello/GreetingTest.java': { text: 'package com.example.hello;\n\nimport static org.assertj.core.api.Assertions.assertThat;\n\nimport org.junit.jupiter.api.Test;\n\nclass GreetingTest {\n    @Test\n    void greets() {\n        assertThat(new Greeting().greet()).isNotBlank();\n    }\n}\n' },
};
