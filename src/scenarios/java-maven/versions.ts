import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM maven:3-eclipse-temurin-21
WORKDIR /app
COPY . .
RUN mvn -B package
ENTRYPOINT ["java", "-jar", "target/app.jar"]
`;

const good = `FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /app
COPY .mvn .mvn
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B dependency:go-offline
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B package

FROM eclipse-temurin:21-jre-alpine
COPY --from=build /app/target/app.jar /app/app.jar
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
`;

const ignore = `.git
target
Dockerfile
.dockerignore
`;

/** Everything before Maven, and the pom first with a repository that survives. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'The sources stand above the download, so that every edit fetches the same jars again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The pom comes first, the repository lies in a cache mount, and only the jar is shipped.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
