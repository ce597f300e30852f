/** The parts of the engine that the first answer of this scene takes. */
export const parts: readonly string[] = ['gzip', 'image/mcr.microsoft.com/dotnet/sdk', 'tools/dotnet'];
