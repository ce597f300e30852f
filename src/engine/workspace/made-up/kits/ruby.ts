import { text, type Kit } from './kit.ts';

/** A Bundler project; Rails' own files where its commands are run. */
export const ruby: Kit = {
  image: /(?:^|\/)(?:ruby|jruby|rails)\b/,
  command: /\b(?:bundle|rails|rake|rackup|jekyll)\b(?!\S)/,
  manifest: /^Gemfile(?:\.lock|\*)?$|^[\w-]+\.gemspec$|^Rakefile$/,
  files({ words }) {
    const rails = /\brails\b|assets:precompile/.test(words);
    const bin = (body: string) => ({ ...text('#!/usr/bin/env ruby', body), mode: 0o755 });
    return {
      Gemfile: text('source "https://rubygems.org"', '', 'gem "rack"'),
      'Gemfile.lock': text('GEM', '  remote: https://rubygems.org/', '  specs:', '    rack (3.2.4)', '', 'PLATFORMS', '  ruby', '  x86_64-linux', '', 'DEPENDENCIES', '  rack', '', 'BUNDLED WITH', '   2.6.2'),
      'config.ru': text('run ->(env) { [200, {}, ["hello"]] }'),
      'app.rb': text('puts "hello"'),
      ...(rails && {
        Rakefile: text('require_relative "config/application"', 'Rails.application.load_tasks'),
        'bin/rails': bin('require_relative "../config/boot"'),
        'bin/rake': bin('require "rake"'),
        'config/boot.rb': text('require "bundler/setup"'),
        'config/application.rb': text('require_relative "boot"'),
        'config/environment.rb': text('require_relative "application"'),
        'app/models/recipe.rb': text('class Recipe', 'end'),
        'app/assets/stylesheets/application.css': text('h1 {', '  color: teal;', '}'),
      }),
    };
  },
  edits: [/recipe\.rb$/, /app\.rb$/, /\.rb$/, /Gemfile$/],
};
