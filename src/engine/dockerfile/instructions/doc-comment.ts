/** `PORT the port to listen on` above `ARG PORT` → `the port to listen on`; empty where no comment begins with the name. */
export function docComment(comments: readonly string[], name: string): string {
  if (name === '') return '';
  return comments.find((line) => line.startsWith(name + ' '))?.slice(name.length + 1) ?? '';
}
