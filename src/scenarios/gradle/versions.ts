import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM eclipse-temurin:21-jdk
WORKDIR /app
COPY . .
RUN ./gradlew build
CMD ["java", "-jar", "build/libs/app.jar"]
`;

const good = `FROM eclipse-temurin:21-jdk AS build
WORKDIR /app
COPY gradlew ./
COPY gradle gradle
RUN ./gradlew --version
COPY settings.gradle.kts build.gradle.kts gradle.properties ./
RUN --mount=type=cache,target=/root/.gradle/caches ./gradlew dependencies
COPY src src
RUN --mount=type=cache,target=/root/.gradle/caches ./gradlew build

FROM eclipse-temurin:21-jre-alpine
COPY --from=build /app/build/libs/app.jar /app/app.jar
CMD ["java", "-jar", "/app/app.jar"]
`;

const ignore = `.git
.gradle
build
README.md
Dockerfile
.dockerignore
`;

/** One step for everything, and one for each rate of change. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Every edit downloads Gradle itself, 135 MB, before it looks at the project.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Wrapper, scripts and sources are three steps, because they change at three rates.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
