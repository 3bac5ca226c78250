import { collectionYearOf, formatBritishDate, type PlainDate } from '@mainstay/primitives';
import { laterDay } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { newCells } from '../../history/child-life.ts';
import { changesOfSpell } from '../../history/row-change.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import { recordableChild } from '../../record/save-record.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';

/** A time missing: `RecordMissingInput` of the graph. */
export interface RecordMissingInput {
  readonly childId: string;
  readonly basedOn: string;
  readonly key: string;
  readonly kind: string;
  readonly startedOn: PlainDate;
  readonly endedOn?: PlainDate | null;
}

/**
 * Records a time in which a child was missing or away, or the child's return from it.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordMissing(input: RecordMissingInput, context: Context): Promise<RecordedHistory> {
  const child = await recordableChild(context, input.childId, 'SAFETY');
  const today = context.clock.today();
  const startedOn = dayOfFact('startedOn', input.startedOn, { child, today });
  const endedOn = laterDay('endedOn', input.endedOn, { since: startedOn, today });
  const year = collectionYearOf(endedOn ?? startedOn);
  const patch = {
    MISSING: codeOf('kind', input.kind, { set: 'MISSING', year }),
    MIS_END: endedOn ? formatBritishDate(endedOn) : '',
  };
  const cells = newCells('Missing', {
    CHILD: child.localId,
    DOB: formatBritishDate(child.dateOfBirth),
    MIS_START: formatBritishDate(startedOn),
  });
  const asked = { ...input, child, kind: 'MISSING_RECORDED', part: 'SAFETY' } as const;
  return changeHistory(context, asked, (life) => ({
    day: startedOn,
    // It is in the return of the year in which it began, too.
    changes: [collectionYearOf(startedOn), year]
      .filter((one, index, years) => years.indexOf(one) === index)
      .flatMap((target) => changesOfSpell(life, { table: 'Missing', cells, patch }, target)),
    fieldOf: { MIS_START: 'startedOn', MIS_END: 'endedOn' },
  }));
}
