import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** Name, version, what it needs. */
const gems: readonly (readonly [name: string, version: string, ...needs: string[]])[] = [
  ['actionpack', '8.1.1', 'activesupport', 'rack'],
  ['activemodel', '8.1.1', 'activesupport'],
  ['activerecord', '8.1.1', 'activemodel', 'activesupport'],
  ['activesupport', '8.1.1', 'i18n'],
  ['debug', '1.11.0', 'irb'],
  ['i18n', '1.14.7'],
  ['irb', '1.15.3', 'reline'],
  ['nio4r', '2.7.5'],
  ['pg', '1.6.2'],
  ['propshaft', '1.3.1', 'actionpack', 'activesupport', 'rack'],
  ['puma', '7.1.0', 'nio4r'],
  ['rack', '3.2.4'],
  ['rails', '8.1.1', 'actionpack', 'activerecord', 'activesupport', 'railties'],
  ['railties', '8.1.1', 'actionpack', 'activesupport', 'thor'],
  ['reline', '0.6.3'],
  ['thor', '1.4.0'],
];

/** The lock file, with that version of the server. */
export function lock(puma: string): string {
  const specs = gems.map(([name, version, ...needs]) => `    ${name} (${name === 'puma' ? puma : version})\n${needs.map((one) => `      ${one}\n`).join('')}`);
  return `GEM\n  remote: https://rubygems.org/\n  specs:\n${specs.join('')}\nPLATFORMS\n  x86_64-linux\n\nDEPENDENCIES\n  debug\n  pg\n  propshaft\n  puma\n  rails (~> 8.1)\n`;
}

export const model = (limit: string) => `class Recipe < ApplicationRecord\n  validates :title, presence: true, length: { maximum: ${limit} }\nend\n`;
export const view = (title: string) => `<h1>${title}</h1>\n<%= render @recipes %>\n`;
export const style = (color: string) => `h1 {\n  color: ${color};\n}\n`;

/** The application, without its Dockerfile. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: '.git\nlog\ntmp\nDockerfile\n.dockerignore\n' },
  Gemfile: { text: 'source "https://rubygems.org"\n\ngem "rails", "~> 8.1"\ngem "pg"\ngem "propshaft"\ngem "puma"\n\ngroup :development, :test do\n  gem "debug"\nend\n' },
  'Gemfile.lock': { text: lock('7.1.0') },
  Rakefile: { text: 'require_relative "config/application"\n\nRails.application.load_tasks\n' },
  'app/assets/stylesheets/application.css': { text: style('teal') },
  'app/models/recipe.rb': { text: model('80') },
  'app/views/recipes/index.html.erb': { text: view('Recipes') },
  'bin/rails': { text: '#!/usr/bin/env ruby\nAPP_PATH = File.expand_path("../config/application", __dir__)\nrequire_relative "../config/boot"\nrequire "rails/commands"\n', mode: 0o755 },
  'config/application.rb': { text: 'require_relative "boot"\nrequire "rails/all"\n\nmodule Recipes\n  class Application < Rails::Application\n    config.load_defaults 8.1\n  end\nend\n' },
  'config/boot.rb': { text: 'ENV["BUNDLE_GEMFILE"] ||= File.expand_path("../Gemfile", __dir__)\n\nrequire "bundler/setup"\n' },
  'config/environment.rb': { text: 'require_relative "application"\n\nRails.application.initialize!\n' },
  'db/schema.rb': { text: 'ActiveRecord::Schema[8.1].define(version: 1) do\n  create_table "recipes" do |t|\n    t.string "title", null: false\n  end\nend\n' },
  'log/development.log': { size: 31_000_000 },
};
