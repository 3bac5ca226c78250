import type { FilesChanged, FilesChecked, FilesToCheck } from './file-check.ts';
import type { ShownCell, ShownFault, ShownTable } from './faults-shown.ts';

/** What the page asks of the worker that checks files. */
export type CheckRequest = { readonly id: number } & (
  | { readonly ask: 'check'; readonly files: FilesToCheck }
  | { readonly ask: 'child'; readonly child: string }
  | {
      readonly ask: 'change';
      readonly child: string;
      readonly table: string;
      readonly rowKey: string;
      readonly cells: readonly ShownCell[];
    }
  | { readonly ask: 'out'; readonly what: 'faults' | 'xml' | 'table'; readonly table: string }
);

/** What the worker answers, by what was asked. */
export interface CheckAnswers {
  readonly check: FilesChecked;
  readonly child: { readonly tables: readonly ShownTable[]; readonly faults: readonly ShownFault[] };
  readonly change: FilesChanged;
  readonly out: string;
}

/** What the worker tells the page. */
export type CheckMessage =
  | { readonly kind: 'progress'; readonly label: string; readonly share: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CheckAnswers[keyof CheckAnswers] }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
