/** `docker search`: what Docker Hub's catalog has for a word. Descriptions as Docker Hub has them; stars are modelled, in their order. */
import { repositories } from './catalog/lookup.ts';
import { isPublic } from './access.ts';
import { stateOf, type Registries } from './registries.ts';

export interface SearchResult {
  /** `alpine`, `me/app`. */
  readonly name: string;
  readonly description: string;
  readonly stars: number;
  readonly official: boolean;
}

/** Descriptions and stars of repositories, as their pages show them. */
const pages: Readonly<Record<string, readonly [stars: number, description: string]>> = {
  nginx: [21_100, 'Official build of Nginx.'],
  ubuntu: [17_700, 'Ubuntu is a Debian-based Linux operating system based on free software.'],
  mysql: [15_900, 'MySQL is a widely used, open-source relational database management system (RDBMS).'],
  postgres: [14_700, 'The PostgreSQL object-relational database system provides reliability and data integrity.'],
  node: [14_100, 'Node.js is a JavaScript-based platform for server-side and networking applications.'],
  redis: [13_400, "Redis is the world's fastest data platform for caching, vector search, and NoSQL databases."],
  alpine: [11_500, 'A minimal Docker image based on Alpine Linux with a complete package index and only 5 MB in size!'],
  mongo: [10_600, 'MongoDB document databases provide high availability and easy scalability.'],
  python: [10_300, 'Python is an interpreted, interactive, object-oriented, open-source programming language.'],
  php: [7_900, 'While designed for web development, the PHP scripting language also provides general-purpose use.'],
  mariadb: [6_100, 'MariaDB Server is a high performing open source relational database, forked from MySQL.'],
  rabbitmq: [5_300, 'RabbitMQ is an open source multi-protocol messaging broker.'],
  debian: [5_300, "Debian is a Linux distribution that's composed entirely of free and open-source software."],
  golang: [5_100, 'Go (golang) is a general purpose, higher-level, imperative programming language.'],
  httpd: [4_900, 'The Apache HTTP Server Project'],
  openjdk: [4_100, 'Pre-release / non-production builds of OpenJDK'],
  traefik: [3_600, 'Traefik, The Cloud Native Edge Router'],
  busybox: [3_500, 'Busybox base image.'],
  'hello-world': [2_500, 'Hello World! (an example of minimal Dockerization)'],
  ruby: [2_500, 'Ruby is a dynamic, reflective, object-oriented, general-purpose, open-source programming language.'],
  memcached: [2_400, 'Free & open source, high-performance, distributed memory object caching system.'],
  haproxy: [2_000, 'HAProxy - The Reliable, High Performance TCP/HTTP Load Balancer'],
  maven: [1_900, 'Apache Maven is a software project management and comprehension tool.'],
  rust: [1_500, 'Rust is a systems programming language focused on safety, speed, and concurrency.'],
  composer: [1_400, 'Composer is a dependency manager written in and for PHP.'],
  fedora: [1_300, 'Official Docker builds of Fedora'],
  caddy: [1_200, 'Caddy 2 is a powerful, enterprise-ready, open source web server with automatic HTTPS written in Go.'],
  gradle: [1_100, 'Gradle is a build tool with a focus on build automation and support for multi-language development.'],
  gcc: [1_100, 'The GNU Compiler Collection is a compiling system that supports several languages.'],
  'eclipse-temurin': [900, 'Official Images for OpenJDK binaries built by Eclipse Temurin.'],
  bash: [700, 'Bash is the GNU Project’s Bourne Again SHell'],
  elixir: [600, 'Elixir is a dynamic, functional language for building scalable and maintainable applications.'],
  perl: [600, 'Perl is a high-level, general-purpose, interpreted, dynamic programming language.'],
  amazonlinux: [550, 'Amazon Linux provides a stable, secure, and high-performance environment for cloud applications.'],
  erlang: [430, 'Erlang is a programming language used to build massively scalable systems with high availability.'],
  swift: [420, 'Swift is a modern, high-performance, type-safe programming language for cloud applications.'],
  'buildpack-deps': [350, 'A collection of common build dependencies used for installing various modules, e.g., gems.'],
  'oven/bun': [330, 'Bun: a fast JavaScript runtime, bundler, test runner, and package manager.'],
  'denoland/deno': [250, 'Deno is a simple, modern, and secure runtime for JavaScript and TypeScript.'],
  'docker/dockerfile': [140, 'Dockerfile frontend for BuildKit.'],
};

const hub = 'docker.io/';

/** Repositories of Docker Hub with a word in name or description, those with most stars first; at most `limit` (25 where absent, as at the Hub). */
export function searchHub(registries: Registries, term: string, limit = 25): readonly SearchResult[] {
  const word = term.replace(/^(?:docker\.io|index\.docker\.io)\//, '').replace(/^library\//, '').toLowerCase();
  const known = repositories.filter((repository) => repository.startsWith(hub)).map((repository): SearchResult => {
    const official = repository.startsWith(`${hub}library/`);
    const name = repository.slice(hub.length).replace(/^library\//, '');
    const [stars = 0, description = ''] = pages[name] ?? [];
    return { name, description, stars, official };
  });
  const state = stateOf(registries, 'docker.io');
  const own = [...state.repositories.values()].filter((repository) => isPublic(state, repository)).map(({ name }): SearchResult => ({ name, description: '', stars: 0, official: false }));
  return [...known, ...own]
    .filter(({ name, description }) => name.includes(word) || description.toLowerCase().includes(word))
    .sort((a, b) => b.stars - a.stars || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}
