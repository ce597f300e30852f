/** .NET. */
import type { Tool } from '../tool.ts';
import { dotnet } from './dotnet.ts';

export const dotnetTools: readonly Tool[] = [dotnet];
