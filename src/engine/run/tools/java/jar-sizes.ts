/** Jars of Maven Central with all that they bring: names, jars, bytes. Sets are estimates from published projects, single jars proxies from Debian. */
export const JAR_SIZES: Readonly<Record<string, readonly [jars: number, bytes: number]>> = {
  'org.springframework.boot:spring-boot-starter-web': [36, 18_000_000],
  // 45 jars and 33 MB alone; less what it shares with the web starter.
  'org.springframework.boot:spring-boot-starter-data-jpa': [28, 22_700_000],
  'org.springframework.boot:spring-boot-starter-actuator': [6, 1_900_000],
  'org.springframework.boot:spring-boot-starter-validation': [4, 1_700_000],
  'org.springframework.boot:spring-boot-starter-test': [40, 12_000_000],
  'org.postgresql:postgresql': [1, 1_025_852],
  'com.h2database:h2': [1, 2_553_148],
  'com.google.guava:guava': [1, 2_707_860],
  'org.apache.commons:commons-lang3': [1, 640_848],
  'commons-io:commons-io': [1, 523_900],
  'org.projectlombok:lombok': [1, 1_816_928],
  'com.fasterxml.jackson.core:jackson-databind': [3, 2_056_312],
  'org.slf4j:slf4j-api': [1, 142_252],
  'ch.qos.logback:logback-classic': [2, 701_044],
  'junit:junit': [2, 349_672],
  'org.junit.jupiter:junit-jupiter': [8, 2_459_180],
  'org.mockito:mockito-core': [3, 510_324],
  'org.assertj:assertj-core': [1, 1_299_636],
};

/** What a Spring Boot web application's first build downloads beside its dependencies: plugins and their own (330 artifacts, 95 MB in all). */
export const PLUGINS = { jars: 225, bytes: 41_000_000 };
