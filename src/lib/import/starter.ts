/** A Dockerfile to start from, for a project that has none. */

const starters: readonly (readonly [RegExp, string])[] = [
  [/^go\.mod$/, 'FROM golang:1.27-alpine AS build\nWORKDIR /src\nCOPY go.* ./\nRUN go mod download\nCOPY . .\nRUN go build -o /out/app .\n\nFROM alpine:3.22\nCOPY --from=build /out/app /app\nENTRYPOINT ["/app"]\n'],
  [/^package-lock\.json$/, 'FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["npm", "start"]\n'],
  [/^package\.json$/, 'FROM node:22-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nCMD ["npm", "start"]\n'],
  [/^requirements\.txt$/, 'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\n'],
  [/^index\.html$/, 'FROM nginx:alpine\nCOPY . /usr/share/nginx/html\n'],
];

/** A Dockerfile for the paths of a context, and the image it starts from: dependencies before sources, so that an edit of a source leaves them cached. */
export function starterFor(paths: readonly string[]): { readonly text: string; readonly image: string } {
  const text = starters.find(([manifest]) => paths.some((path) => manifest.test(path)))?.[1] ?? 'FROM alpine:3.22\nWORKDIR /app\nCOPY . .\n';
  return { text, image: /^FROM (\S+)/.exec(text)?.[1] ?? '' };
}
