import type { CensusRule } from '../checking/fault.ts';
import { plainNumber } from '@mainstay/primitives';
import type { CensusRow } from '../reading/census-file.ts';

/** The same worker twice, saying the same: the first is loaded. */
export const sameAgain: CensusRule = {
  code: 'CW109',
  message:
    'An earlier worker of the file has the same number (SWENo) and says the same, and is loaded. Take this one out.',
  keepsWorkerOut: true,
};

/** The same worker twice, saying different things: none is loaded. */
export const sameNumber: CensusRule = {
  code: 'CW110',
  message:
    'Several workers of the file have this number (SWENo) and say different things, so it is not known which is right, and none is loaded. Keep one of them, or correct the number.',
  keepsWorkerOut: true,
};

/** The workers who have another's number: which rule they break. Numbers are compared by `plainNumber`. */
export function workersTwice(rows: readonly CensusRow[]): Map<number, CensusRule> {
  const broken = new Map<number, CensusRule>();
  const byNumber = Map.groupBy(
    rows.filter(({ cells }) => cells.SWENo !== undefined),
    ({ cells }) => plainNumber(cells.SWENo ?? ''),
  );
  for (const same of byNumber.values()) {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0) continue;
    const isOne = others.every((row) => saidBy(row) === saidBy(first));
    for (const row of isOne ? others : same) broken.set(row.number, isOne ? sameAgain : sameNumber);
  }
  return broken;
}

function saidBy({ cells }: CensusRow): string {
  return JSON.stringify(Object.entries({ ...cells, SWENo: '' }).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
