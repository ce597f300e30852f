import { found, text, type Kit } from './kit.ts';

/** A Maven project that packages what is copied out of `target`. */
export const maven: Kit = {
  image: /(?:^|\/)maven\b/,
  command: /\bmvnw?\b/,
  manifest: /^pom\.xml$|^mvnw$/,
  files({ words, taken }) {
    const archive = found(`${taken.join('\n')}\n${words}`, /\btarget\/([\w.-]+\.[jw]ar)\b/g)[0] ?? 'app.jar';
    const [name, packaging] = [archive.slice(0, -4), archive.slice(-3)];
    return {
      'pom.xml': text(
        ...['<?xml version="1.0" encoding="UTF-8"?>', '<project xmlns="http://maven.apache.org/POM/4.0.0">', '  <modelVersion>4.0.0</modelVersion>', '  <groupId>com.example</groupId>', '  <artifactId>app</artifactId>', '  <version>1.0.0</version>'],
        ...[`  <packaging>${packaging}</packaging>`, '  <build>', `    <finalName>${name}</finalName>`, '  </build>', '</project>'],
      ),
      mvnw: { ...text('#!/bin/sh', 'exec mvn "$@"'), mode: 0o755 },
      '.mvn/wrapper/maven-wrapper.properties': text('distributionUrl=https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/3.9.9/apache-maven-3.9.9-bin.zip'),
      'src/main/java/com/example/App.java': java,
    };
  },
  edits: [/App\.java$/, /pom\.xml$/],
};

/** The program of both Java kits. */
export const java = text('package com.example;', '', 'public class App {', '    public static void main(String[] args) {', '        System.out.println("hello");', '    }', '}');
