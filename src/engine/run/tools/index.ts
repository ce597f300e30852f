/** All tools, in alphabetical order. */
import { echo } from './echo.ts';
import { go } from './go/go.ts';
import { printf } from './printf.ts';
import { test } from './test.ts';
import type { Tool } from './tool.ts';

export const TOOLS: readonly Tool[] = [echo, go, printf, test];

const BY_NAME = new Map(TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])].map((name) => [name, tool] as const)));

/** The tool that goes by a name. */
export function toolNamed(name: string): Tool | undefined {
  return BY_NAME.get(name);
}
