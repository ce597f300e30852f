/** All styles of what the element loads, as one text: the build of the element writes it (`.config/embed.ts`). */
declare module 'virtual:embed-styles' {
  const styles: string;
  export default styles;
}
