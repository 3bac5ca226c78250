import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { placementCells, type PlacementGiven } from '../../history/care-cells.ts';
import type { ChildLife } from '../../history/child-life.ts';
import { begunOn, presentEpisode, succession } from '../../history/episode-change.ts';
import { changesOfSpell, type RowChange, type SpellChange } from '../../history/row-change.ts';
import { cellOf } from '../../history/table-keys.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import { recordableChild } from '../../record/save-record.ts';
import { matchFacts, type PlacementMatchInput } from '../placement-match/placement-match.service.ts';
import { placementMatchStore } from '../placement-match/placement-match.store.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';

/** Where a child is placed: `PlacementInput` of the graph. */
export interface PlacementInput extends PlacementGiven {
  readonly match?: PlacementMatchInput | null;
}

/** A change of placement: `ChangePlacementInput` of the graph. */
export interface ChangePlacementInput {
  readonly childId: string;
  readonly basedOn: string;
  readonly key: string;
  readonly changedOn: PlainDate;
  readonly placement: PlacementInput;
  readonly isSameCarer: boolean;
  readonly reason: string;
  readonly legalStatus?: string | null;
}

/**
 * Records that a child moves, or that the placement changes its standing.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function changePlacement(input: ChangePlacementInput, context: Context): Promise<RecordedHistory> {
  const { db, clock } = context;
  const child = await recordableChild(context, input.childId, 'PLACEMENTS');
  // A practice that may move a child may not change the legal status by the way.
  if (input.legalStatus) await recordableChild(context, input.childId, 'LEGAL_STATUSES');
  const on = dayOfFact('changedOn', input.changedOn, { child, today: clock.today() });
  const { match } = input.placement;
  if (!match && !input.isSameCarer) {
    throw new RecordFault('placement.match', 'Say how well the placement fits the child, or why that is not known.');
  }
  const facts = match ? matchFacts(match, on) : null;
  const asked = { ...input, child, kind: 'PLACEMENT_CHANGED', part: 'PLACEMENTS' } as const;
  return changeHistory(context, asked, (life) => ({
    day: on,
    changes: movesOf(life, input, on),
    fieldOf: { DECOM: 'changedOn', DEC: 'changedOn' },
    also: async (recording) => facts && placementMatchStore.add(db, child.id, facts, recording),
  }));
}

function movesOf(life: ChildLife, input: ChangePlacementInput, on: PlainDate): RowChange[] {
  const year = collectionYearOf(on);
  const { isSameCarer } = input;
  const reason = codeOf('reason', input.reason, { set: 'REASON_PLACE_CHANGE', year });
  const status = input.legalStatus ? codeOf('legalStatus', input.legalStatus, { set: 'LS', year }) : null;
  const present = presentEpisode(life, 'changedOn');
  const cells = {
    ...placementCells(input.placement, { on, homePostcode: cellOf('Episodes', present.row.cells, 'HOME_POST') }),
    ...(status ? { LS: status } : {}),
  };
  const isStatusNew = status !== null && status !== present.episode.legalStatus;
  // The legal status changed that day already: the episode that began with it began with the move as well.
  const begun = begunOn(life, on, ['L']);
  const changes: SpellChange[] = begun
    ? [
        { table: 'Episodes', cells: begun.before.row.cells, patch: { REASON_PLACE_CHANGE: reason } },
        {
          table: 'Episodes',
          cells: begun.present.row.cells,
          patch: { ...cells, RNE: reasonToBegin(isSameCarer, true) },
        },
      ]
    : succession(present, {
        on,
        field: 'changedOn',
        reason,
        cells: { ...cells, RNE: reasonToBegin(isSameCarer, isStatusNew) },
      });
  return changes.flatMap((change) => changesOfSpell(life, change, year));
}

/** Why an episode begins with a change of placement. */
function reasonToBegin(isSameCarer: boolean, isStatusNew: boolean): string {
  if (isStatusNew) return isSameCarer ? 'U' : 'B';
  return isSameCarer ? 'T' : 'P';
}
