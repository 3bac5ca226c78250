import { collectionYearOf, formatBritishDate, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { presentEpisode } from '../../history/episode-change.ts';
import { changesOfSpell } from '../../history/row-change.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import { recordableChild } from '../../record/save-record.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';

/** A child's leaving care: `EndCareInput` of the graph. */
export interface EndCareInput {
  readonly childId: string;
  readonly basedOn: string;
  readonly key: string;
  readonly endedOn: PlainDate;
  readonly reason: string;
}

/**
 * Records that a child leaves care. The worker stays: the return asks for one at the end of the year, and the allocation
 * goes on for a time.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function endCare(input: EndCareInput, context: Context): Promise<RecordedHistory> {
  const child = await recordableChild(context, input.childId, 'EPISODES');
  const on = dayOfFact('endedOn', input.endedOn, { child, today: context.clock.today() });
  const year = collectionYearOf(on);
  const reason = codeOf('reason', input.reason, { set: 'REC', year });
  if (reason === 'X1') {
    throw new RecordFault('reason', 'This reason is for a child who stays in care. Choose why the child leaves.');
  }
  const asked = { ...input, child, kind: 'CARE_ENDED', part: 'EPISODES' } as const;
  return changeHistory(context, asked, (life) => {
    const { row, episode } = presentEpisode(life, 'endedOn');
    if (on <= episode.startedOn) {
      throw new RecordFault('endedOn', 'The present episode began on this day or after it. Give a later day.');
    }
    const patch = { DEC: formatBritishDate(on), REC: reason, REASON_PLACE_CHANGE: '' };
    return {
      day: on,
      changes: changesOfSpell(life, { table: 'Episodes', cells: row.cells, patch }, year),
      fieldOf: { DEC: 'endedOn' },
    };
  });
}
