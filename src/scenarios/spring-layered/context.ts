import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** Versions of what changes rarely and of what another team builds every day. */
export interface Versions {
  readonly boot?: string;
  readonly prices?: string;
}

/** The project's pom. */
export function pom({ boot = '3.5.7', prices = '2.0.0-SNAPSHOT' }: Versions = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>${boot}</version>
    <relativePath/>
  </parent>
  <groupId>com.example</groupId>
  <artifactId>shop</artifactId>
  <version>1.0.0</version>
  <dependencies>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-web</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-data-jpa</artifactId>
    </dependency>
    <dependency>
      <groupId>org.postgresql</groupId>
      <artifactId>postgresql</artifactId>
      <scope>runtime</scope>
    </dependency>
    <dependency>
      <groupId>com.example</groupId>
      <artifactId>prices</artifactId>
      <version>${prices}</version>
    </dependency>
  </dependencies>
  <build>
    <finalName>app</finalName>
    <plugins>
      <plugin>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-maven-plugin</artifactId>
      </plugin>
    </plugins>
  </build>
</project>
`;
}

/** The cart, with the most pieces that it takes of one article. */
export function cart(most: string): string {
  return `package com.example.shop;

import java.util.HashMap;
import java.util.Map;

public class Cart {
    private static final int MOST = ${most};
    private final Map<String, Integer> pieces = new HashMap<>();

    public void add(String article) {
        pieces.merge(article, 1, (a, b) -> Math.min(MOST, a + b));
    }
}
`;
}

/** The settings, with the name of the shop. */
export const settings = (name: string) => `spring:\n  application:\n    name: ${name}\nserver:\n  shutdown: graceful\n`;

/** The project, without its Dockerfile. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: '.git\ntarget\nDockerfile\n.dockerignore\n' },
  'pom.xml': { text: pom() },
  'src/main/java/com/example/shop/Application.java': { text: 'package com.example.shop;\n\nimport org.springframework.boot.SpringApplication;\nimport org.springframework.boot.autoconfigure.SpringBootApplication;\n\n@SpringBootApplication\npublic class Application {\n    public static void main(String[] args) {\n        SpringApplication.run(Application.class, args);\n    }\n}\n' },
  'src/main/java/com/example/shop/Cart.java': { text: cart('99') },
  'src/main/resources/application.yaml': { text: settings('shop') },
  'src/main/resources/static/shop.js': { size: 96_000 },
  'target/app.jar': { size: 42_610_220 },
};
