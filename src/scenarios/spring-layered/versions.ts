import type { Scenario } from '#engine/workspace/scenario.ts';

const build = `FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /app
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B dependency:go-offline
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B -DskipTests package
`;

const bad = `${build}
FROM eclipse-temurin:21-jre-alpine
WORKDIR /app
COPY --from=build /app/target/app.jar ./
ENTRYPOINT ["java", "-jar", "app.jar"]
`;

const good = `${build}RUN java -Djarmode=tools -jar target/app.jar extract --layers --launcher --destination extracted

FROM eclipse-temurin:21-jre-alpine
WORKDIR /app
COPY --from=build /app/extracted/dependencies/ ./
COPY --from=build /app/extracted/spring-boot-loader/ ./
COPY --from=build /app/extracted/snapshot-dependencies/ ./
COPY --from=build /app/extracted/application/ ./
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
`;

/** One archive of 42 MB in one layer, and its parts in four. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'The archive is one file, and one changed class makes it a new one: 42 MB a push.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The archive is taken apart, and its parts are copied from the rarest to the most frequent change.', files: { Dockerfile: { text: good } } },
};
