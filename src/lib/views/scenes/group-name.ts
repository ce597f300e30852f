/** A group of scenes as its heading says it: languages have names of their own, the rest is in the catalogue. */
import { t, type MessageId } from '#messages/index.ts';

const names: Readonly<Record<string, MessageId>> = {
  'Start here': 'scenes.start-here',
  'C and C++': 'scenes.c-and-cpp',
  'Servers and sites': 'scenes.servers',
  'CI and platforms': 'scenes.ci',
  Trouble: 'scenes.trouble',
};

export function groupName(group: string): string {
  const name = names[group];
  return name === undefined ? group : t(name);
}
