import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM php:fpm-alpine
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev --optimize-autoloader
`;

const good = `FROM php:fpm-alpine
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY composer.json composer.lock ./
RUN --mount=type=cache,target=/root/.composer/cache composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev --optimize
`;

const ignore = `.git
vendor
storage/logs
Dockerfile
.dockerignore
`;

/** Everything at once, and the packages before the application. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'The vendor folder and the log of the author are sent, and each new line in that log installs everything again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Packages are installed from the lock alone; scripts and class map, which need the application, come after it.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
