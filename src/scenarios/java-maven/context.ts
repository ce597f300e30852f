import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** The project's pom, with its version and one more dependency where there is one. */
export function pom(version: string, more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.5.7</version>
    <relativePath/>
  </parent>
  <groupId>com.example</groupId>
  <artifactId>orders</artifactId>
  <version>${version}</version>
  <properties>
    <java.version>21</java.version>
  </properties>
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
${more}    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-test</artifactId>
      <scope>test</scope>
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

/** A dependency as the pom declares it. */
export function guava(version: string): string {
  return `    <dependency>
      <groupId>com.google.guava</groupId>
      <artifactId>guava</artifactId>
      <version>${version}</version>
    </dependency>
`;
}

/** The controller, with what it answers where there are no orders. */
export function controller(empty: string): string {
  return `package com.example.orders;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
    private final OrderRepository orders;

    OrderController(OrderRepository orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    List<String> all() {
        var titles = orders.findAll().stream().map(Order::title).toList();
        return titles.isEmpty() ? List.of("${empty}") : titles;
    }
}
`;
}

/** A test, with the name of its case. */
export function test(name: string): string {
  return `package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void ${name}() {
        assertThat(new Order("tea").title()).isEqualTo("tea");
    }
}
`;
}

export const readme = (line: string) => `# orders

Takes orders over HTTP.

    docker build -t orders .

${line}
`;

const java = 'src/main/java/com/example/orders';

/** The project, without what only one version has. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-61b0d3.pack': { size: 6_120_448, mode: 0o444 },
  '.mvn/maven.config': { text: '-ntp\n' },
  'README.md': { text: readme('Java 21, Spring Boot 3.5.') },
  'pom.xml': { text: pom('1.4.0') },
  [`${java}/Application.java`]: { text: 'package com.example.orders;\n\nimport org.springframework.boot.SpringApplication;\nimport org.springframework.boot.autoconfigure.SpringBootApplication;\n\n@SpringBootApplication\npublic class Application {\n    public static void main(String[] args) {\n        SpringApplication.run(Application.class, args);\n    }\n}\n' },
  [`${java}/Order.java`]: { text: 'package com.example.orders;\n\nimport jakarta.persistence.Entity;\nimport jakarta.persistence.Id;\n\n@Entity\npublic class Order {\n    @Id\n    private String title;\n\n    protected Order() {}\n\n    public Order(String title) {\n        this.title = title;\n    }\n\n    public String title() {\n        return title;\n    }\n}\n' },
  [`${java}/OrderController.java`]: { text: controller('nothing yet') },
  [`${java}/OrderRepository.java`]: { text: 'package com.example.orders;\n\nimport org.springframework.data.jpa.repository.JpaRepository;\n\ninterface OrderRepository extends JpaRepository<Order, String> {}\n' },
  'src/main/resources/application.yaml': { text: 'spring:\n  application:\n    name: orders\n  jpa:\n    open-in-view: false\n' },
  'src/test/java/com/example/orders/OrderTest.java': { text: test('keepsItsTitle') },
  'target/app.jar': { size: 42_350_112 },
  'target/classes/com/example/orders/Application.class': { size: 742 },
  'target/surefire-reports/TEST-com.example.orders.OrderTest.xml': { size: 48_112 },
  'target/app.jar.original': { size: 47_212_096 },
};
