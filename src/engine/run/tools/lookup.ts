/** From the name of a program to the tool that it is. */
import '#provided/tools';
import { families } from './families.ts';
import { familyOf } from './names.ts';
import type { Tool } from './tool.ts';

/** The tool that goes by a name; throws `MissingPart` where its family is not loaded yet. */
export function toolNamed(name: string): Tool | undefined {
  const family = familyOf(name);
  return family && families[family].value.find((tool) => tool.name === name || tool.aliases?.includes(name));
}
