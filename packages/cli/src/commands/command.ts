import type { Mainstay } from '../mainstay.ts';

/** One thing the command can do. */
export interface Command {
  /** The words that name it, e.g. `import 903`. */
  readonly words: readonly string[];
  /** How to write it. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Does it; answers the exit code. */
  run(words: readonly string[], mainstay: Mainstay): Promise<number>;
}
