import type { ScenarioFile } from '#engine/workspace/scenario.ts';

const gems = ['actionpack', 'activerecord', 'activesupport', 'bootsnap', 'i18n', 'importmap-rails', 'nio4r', 'pg', 'propshaft', 'puma', 'rack', 'rails', 'railties', 'thor'];

/** The lock file, with that version of the server. */
export const lock = (puma: string) => `GEM\n  remote: https://rubygems.org/\n  specs:\n${gems.map((name) => `    ${name} (${name === 'puma' ? puma : name === 'pg' ? '1.6.2' : '8.1.1'})\n`).join('')}\nPLATFORMS\n  x86_64-linux\n\nDEPENDENCIES\n  pg\n  propshaft\n  puma\n  rails (~> 8.1)\n`;

export const model = (limit: string) => `class Recipe < ApplicationRecord\n  validates :title, presence: true, length: { maximum: ${limit} }\nend\n`;
export const view = (title: string) => `<h1>${title}</h1>\n<%= render @recipes %>\n`;
export const style = (color: string) => `h1 {\n  color: ${color};\n}\n`;

/** The application, without its Dockerfile. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: '.git\nlog\ntmp\nDockerfile\n.dockerignore\n' },
  Gemfile: { text: 'source "https://rubygems.org"\n\ngem "rails", "~> 8.1"\ngem "pg"\ngem "propshaft"\ngem "puma"\n' },
  'Gemfile.lock': { text: lock('7.1.0') },
  'app/assets/stylesheets/application.css': { text: style('teal') },
  'app/models/recipe.rb': { text: model('80') },
  'app/views/recipes/index.html.erb': { text: view('Recipes') },
  'config/application.rb': { text: 'require_relative "boot"\nrequire "rails/all"\n\nmodule Recipes\n  class Application < Rails::Application\n    config.load_defaults 8.1\n  end\nend\n' },
  'db/schema.rb': { text: 'ActiveRecord::Schema[8.1].define(version: 1) do\n  create_table "recipes" do |t|\n    t.string "title", null: false\n  end\nend\n' },
  'log/development.log': { size: 31_000_000 },
};
