import {
  authorityFields,
  censusMeaningOf,
  workerFields,
  type AuthorityTag,
  type CensusCells,
  type CensusField,
  type WorkerTag,
} from '@mainstay/cswc';

/** What one element says, as the graph answers it. */
export interface CensusCell {
  readonly tag: string;
  readonly title: string;
  readonly value: string;
  readonly meaning: string | null;
}

/** What a census says of a worker, in the order of the form. */
export function workerCells(cells: CensusCells<WorkerTag>): CensusCell[] {
  return cellsOf(workerFields, cells);
}

/** What a census says of the authority, in the order of the form. */
export function authorityCells(cells: CensusCells<AuthorityTag>): CensusCell[] {
  return cellsOf(authorityFields, cells);
}

function cellsOf<Tag extends string>(fields: readonly CensusField<Tag>[], cells: CensusCells<Tag>): CensusCell[] {
  return fields.flatMap(({ tag, title, form }) => {
    const value = cells[tag];
    if (value === undefined) return [];
    const meaning = form.kind === 'code' ? censusMeaningOf(form.set, value) : null;
    return [{ tag, title, value, meaning: meaning === value ? null : meaning }];
  });
}
