import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildLife } from '../../history/child-life.ts';
import { begunOn, presentEpisode, succession } from '../../history/episode-change.ts';
import { changesOfSpell, type RowChange, type SpellChange } from '../../history/row-change.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import { recordableChild } from '../../record/save-record.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';

/** A change of legal status: `ChangeLegalStatusInput` of the graph. */
export interface ChangeLegalStatusInput {
  readonly childId: string;
  readonly basedOn: string;
  readonly key: string;
  readonly changedOn: PlainDate;
  readonly legalStatus: string;
}

/**
 * Records that a child's legal status changes and the placement does not.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function changeLegalStatus(input: ChangeLegalStatusInput, context: Context): Promise<RecordedHistory> {
  const child = await recordableChild(context, input.childId, 'LEGAL_STATUSES');
  const on = dayOfFact('changedOn', input.changedOn, { child, today: context.clock.today() });
  const asked = { ...input, child, kind: 'LEGAL_STATUS_CHANGED', part: 'LEGAL_STATUSES' } as const;
  return changeHistory(context, asked, (life) => ({
    day: on,
    changes: changesOf(life, input.legalStatus, on),
    fieldOf: { DECOM: 'changedOn', DEC: 'changedOn' },
  }));
}

function changesOf(life: ChildLife, wanted: string, on: PlainDate): RowChange[] {
  const year = collectionYearOf(on);
  const status = codeOf('legalStatus', wanted, { set: 'LS', year });
  const present = presentEpisode(life, 'changedOn');
  if (present.episode.legalStatus === status) {
    throw new RecordFault('legalStatus', 'The child has this legal status already. Choose the one that is new.');
  }
  // The child moved that day already: the episode that began with the move began with the status as well.
  const begun = begunOn(life, on, ['P', 'T']);
  const changes: SpellChange[] = begun
    ? [
        {
          table: 'Episodes',
          cells: begun.present.row.cells,
          patch: { LS: status, RNE: begun.present.episode.reasonStarted === 'P' ? 'B' : 'U' },
        },
      ]
    : succession(present, { on, field: 'changedOn', reason: '', cells: { LS: status, RNE: 'L' } });
  return changes.flatMap((change) => changesOfSpell(life, change, year));
}
