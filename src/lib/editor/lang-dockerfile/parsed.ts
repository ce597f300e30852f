import { parse, type ParsedDockerfile } from '#engine/dockerfile/index.ts';

let latest: ParsedDockerfile | undefined;

/** `parse`, remembering the last answer: colours, completion and hover ask about the same text one after the other. */
export function parsedDockerfile(text: string): ParsedDockerfile {
  if (latest?.text !== text) latest = parse(text);
  return latest;
}
