/** The texts of the style sheets that a standalone picture carries in itself. */
import tokens from '#lib/ui/tokens.css?raw';
import graph from './graph.css?raw';

export const styles = { graph, tokens } as const;
