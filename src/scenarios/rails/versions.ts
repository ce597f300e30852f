import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM ruby:4.0-slim
RUN apt-get update && apt-get install -y build-essential libpq-dev
WORKDIR /rails
ENV RAILS_ENV=production
COPY . .
RUN bundle install
RUN SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile
CMD ["bundle", "exec", "rails", "server"]
`;

const good = `FROM ruby:4.0-slim AS gems
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev
WORKDIR /rails
ENV RAILS_ENV=production BUNDLE_WITHOUT=development:test
COPY Gemfile Gemfile.lock ./
RUN bundle install && rm -rf /usr/local/bundle/cache

FROM gems AS assets
COPY Rakefile ./
COPY bin bin
COPY config config
COPY app/assets app/assets
RUN SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile

FROM ruby:4.0-slim
RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*
WORKDIR /rails
ENV RAILS_ENV=production BUNDLE_WITHOUT=development:test
COPY --from=gems /usr/local/bundle /usr/local/bundle
COPY --from=assets /rails/public/assets public/assets
COPY . .
CMD ["bundle", "exec", "rails", "server"]
`;

/** A compiler in production, and gems and assets made elsewhere. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Each edit of a view installs all gems and makes all assets, and ships a compiler and development gems.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Gems and assets have stages of their own, each with only the files that it reads.', files: { Dockerfile: { text: good } } },
};
