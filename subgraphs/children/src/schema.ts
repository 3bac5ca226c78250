import { modules } from './modules/index.ts';

/** The children's own part of the graph, concept by concept, without what all subgraphs share. */
export const schema: readonly { readonly name: string; readonly sdl: string }[] = modules;
