import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
COPY . .
RUN dotnet publish src/Shop.Api/Shop.Api.csproj -c Release -o /app
WORKDIR /app
ENTRYPOINT ["dotnet", "Shop.Api.dll"]
`;

const good = `# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY --parents src/*/*.csproj ./
RUN dotnet restore src/Shop.Api/Shop.Api.csproj
COPY src src
RUN dotnet publish src/Shop.Api/Shop.Api.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
ENTRYPOINT ["dotnet", "Shop.Api.dll"]
`;

const ignore = `**/bin
**/obj
docs
Dockerfile
.dockerignore
`;

/** The SDK in production, and projects before sources. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Sources, results of another machine and documentation stand above the restore, and the SDK is shipped.', files: { Dockerfile: { text: bad } } },
  good: { about: 'All project files come first, wherever they lie; the runtime without a shell is what is shipped.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
