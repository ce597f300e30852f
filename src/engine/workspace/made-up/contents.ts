/** A text for a file that nobody gave, after its name. */
import { baseName } from '../../fs/index.ts';
import type { ScenarioFile } from '../scenario.ts';
import { text } from './kits/kit.ts';

/** Starts what it is given: an entry point. */
const starter: ScenarioFile = { ...text('#!/bin/sh', 'set -e', 'exec "$@"'), mode: 0o755 };

/** Does nothing, and does it well: a step of a set-up. */
const script: ScenarioFile = { ...text('#!/bin/sh', 'set -e', 'echo hello'), mode: 0o755 };

const byName: readonly (readonly [RegExp, ScenarioFile])[] = [
  [/entrypoint(?:\.sh)?$/, starter],
  [/^start$|^run$|^install$|^setup$|\.(?:sh|bash)$/, script],
  [/^nginx\.conf/, text('events {}', '', 'http {', '  server {', '    listen 80;', '  }', '}')],
  [/^default\.conf|\.conf\.template$/, text('server {', '  listen 80;', '}')],
  [/^[Mm]akefile$|\.mk$/, text('all:', '\t@echo all')],
  [/\.(?:json|map)$|^\.(?:babelrc|eslintrc|prettierrc)$/, text('{}')],
  [/\.html?$/, text('<!doctype html>', '<title>Hello</title>')],
  [/\.(?:s?css|less)$/, text('h1 {', '  color: teal;', '}')],
  [/\.xml$/, text('<?xml version="1.0" encoding="UTF-8"?>', '<root/>')],
  [/\.php$/, text('<?php', 'echo "hello";')],
  [/\.[cm]?[jt]sx?$/, text("console.log('hello');")],
  [/\.py$/, text('print("hello")')],
  [/\.rb$/, text('puts "hello"')],
  [/\.(?:go)$/, text('package main', '', 'func main() {}')],
  [/\.(?:c|cc|cpp)$/, text('int main(void) { return 0; }')],
  [/\.rs$/, text('fn main() {}')],
  [/\.sql$/, text('SELECT 1;')],
  [/\.txt$|\.(?:list|in)$/, text('# hello')],
  [/\.md$|^README|^LICENSE/, text('# hello')],
  [/\.(?:ya?ml|toml|ini|cfg|conf|properties|env)$|^\.[\w.-]+$/, text('# hello')],
];

/** What stands in it; executable where it is a script, or where a command starts it `once`, or the `image` does. */
export function contentsFor(path: string, started?: 'once' | 'image'): ScenarioFile {
  const known = byName.find(([name]) => name.test(baseName(path)))?.[1];
  if (known === script || known === undefined) return started === 'image' ? starter : started === 'once' ? script : (known ?? text('hello'));
  return known;
}

/** What a folder of that name usually holds. */
const inFolder: readonly (readonly [RegExp, string])[] = [
  [/^\.git$/, 'HEAD'],
  [/^(?:public|html|www|site|templates|views|dist|build|web)$/, 'index.html'],
  [/^(?:static|assets|css|styles)$/, 'style.css'],
  [/^(?:scripts?|bin|hooks|docker|docker-entrypoint\.d)$/, 'run.sh'],
  [/^(?:migrations?|sql|db|initdb|docker-entrypoint-initdb\.d)$/, '001.sql'],
  [/^(?:conf|conf\.d|sites-enabled|nginx)$/, 'default.conf'],
  [/^(?:config|configs|etc|settings)$/, 'config.yml'],
];

/** A name for the one file of a made-up folder. */
export function nameIn(folder: string): string {
  return inFolder.find(([name]) => name.test(baseName(folder)))?.[1] ?? 'README.md';
}
