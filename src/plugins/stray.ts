/** What to do about a block that belongs to nothing. */
export const strayMessage = (language: string): string => `This block${language === '' ? '' : ` (${language.slice(0, 40)})`} is for Layerscope and belongs to no Dockerfile. Write it directly behind a \`dockerfile layerscope\` block, with \`file=\` and its path.`;
