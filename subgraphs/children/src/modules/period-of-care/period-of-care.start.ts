import { collectionYearOf, formatBritishDate, isPlainDate, type PlainDate } from '@mainstay/primitives';
import { childId, ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { placementCells } from '../../history/care-cells.ts';
import { newCells, newestRow, openEpisode, rowsOf, yearsLoaded, type ChildLife } from '../../history/child-life.ts';
import { sexIn } from '../../history/return-of-child.ts';
import { changesOfSpell, type RowChange } from '../../history/row-change.ts';
import { cellOf, withCells } from '../../history/table-keys.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import { recordableChild, requireRecorder } from '../../record/save-record.ts';
import { matchFacts } from '../placement-match/placement-match.service.ts';
import { placementMatchStore } from '../placement-match/placement-match.store.ts';
import type { PlacementInput } from '../placement/placement.service.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';
import { requireRegistered } from '../social-worker-episode/social-worker-episode.registration.ts';
import { workerCell, workerChanges } from '../social-worker-episode/social-worker-episode.service.ts';
import { newChildCells, type NewChildInput } from './period-of-care.header.ts';
import { permanenceCells, type PreviousPermanenceInput } from './period-of-care.permanence.ts';

/** A child's coming into care: `StartCareInput` of the graph. */
export interface StartCareInput {
  readonly key: string;
  readonly childId?: string | null;
  readonly basedOn?: string | null;
  readonly newChild?: NewChildInput | null;
  readonly startedOn: PlainDate;
  readonly legalStatus: string;
  readonly categoryOfNeed: string;
  readonly placement: PlacementInput;
  readonly workerId?: string | null;
  readonly previousPermanence?: PreviousPermanenceInput | null;
}

interface Comer {
  readonly laCode: string;
  readonly localId: string;
  readonly id: string;
  readonly dateOfBirth: PlainDate;
}

/**
 * Records that a child comes into care: one who is new to the authority, or one who comes back.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError for all but the authority's social workers and
 * managers; NotFoundError when the child is none the viewer may see.
 */
export async function startCare(input: StartCareInput, context: Context): Promise<RecordedHistory> {
  const { viewer, db, clock } = context;
  requireRecorder(viewer);
  if (viewer.audience !== 'la') throw new ForbiddenError('The local authority alone takes children into care.');
  const child = await comerOf(input, context);
  const on = dayOfFact('startedOn', input.startedOn, { child, today: clock.today() });
  const { match } = input.placement;
  const facts = match ? matchFacts(match, on) : null;
  const workerId = input.workerId ? workerCell('workerId', input.workerId) : null;
  if (workerId) await requireRegistered(context, 'workerId', { laCode: child.laCode, workerId, from: on });
  const asked = { child, kind: 'CARE_STARTED', part: 'EPISODES', key: input.key, basedOn: basisOf(input) } as const;
  return changeHistory(context, asked, (life) => {
    if (openEpisode(life))
      throw new RecordFault('startedOn', 'The child is in care already. Record what changed instead.');
    const first = { on, year: collectionYearOf(on), child };
    return {
      day: on,
      changes: [
        ...childRows(life, input, first),
        ...episodeRows(life, input, first),
        ...(workerId ? workerChanges(life, { ...child, workerId, from: on, reason: 'FCONTA' }) : []),
      ],
      fieldOf: { DECOM: 'startedOn', DEC: 'startedOn', SW_DECOM: 'workerId', SW_DEC: 'workerId' },
      also: async (recording) => facts && placementMatchStore.add(db, child.id, facts, recording),
    };
  });
}

async function comerOf({ childId: id, newChild }: StartCareInput, context: Context): Promise<Comer> {
  if (Boolean(id) === Boolean(newChild)) {
    throw new RecordFault('childId', 'Name the child who comes back, or say who the new child is: one of the two.');
  }
  if (id) return recordableChild(context, id, 'EPISODES');
  const [laCode] = context.viewer.laCodes;
  if (!newChild || !laCode) throw new NotFoundError('There is no such child.');
  const localId = newChild.localId.trim().toUpperCase();
  if (!/^[A-Z0-9]{1,20}$/.test(localId)) {
    throw new RecordFault('newChild.localId', 'Give a number of 1 to 20 letters and digits.');
  }
  if (!isPlainDate(newChild.dateOfBirth)) throw new RecordFault('newChild.dateOfBirth', 'Enter a day that exists.');
  return { laCode, localId, id: childId(laCode, localId), dateOfBirth: newChild.dateOfBirth };
}

function basisOf({ childId: id, basedOn }: StartCareInput): string | null {
  if (!id) return null;
  if (!basedOn) throw new RecordFault('basedOn', 'Say on which version of the child’s history this is based.');
  return basedOn;
}

interface FirstDay {
  readonly on: PlainDate;
  readonly year: number;
  readonly child: Comer;
}

/** Rows on who the child is, in every return that is to hold the child and does not yet. */
function childRows(life: ChildLife, input: StartCareInput, { on, year, child }: FirstDay): RowChange[] {
  const isNew = Boolean(input.newChild);
  const cells = input.newChild ? newChildCells(input.newChild, { localId: child.localId, on }) : null;
  const header = cells?.Header ?? newestRow(life, 'Header')?.cells ?? null;
  const permanence = input.previousPermanence
    ? permanenceCells(input.previousPermanence, { localId: child.localId, born: child.dateOfBirth, year })
    : null;
  return [
    ...(header ? oncePerYear(life, { table: 'Header', cells: header, year, isNew }) : []),
    ...(cells?.UASC ? oncePerYear(life, { table: 'UASC', cells: cells.UASC, year, isNew }) : []),
    ...(permanence ? oncePerYear(life, { table: 'PrevPerm', cells: permanence, year, isNew: true }) : []),
  ];
}

/** A row for the year, where it is new, and for every year from then on whose return was imported and lacks it. */
function oncePerYear(
  life: ChildLife,
  row: { table: 'Header' | 'UASC' | 'PrevPerm'; cells: readonly string[]; year: number; isNew: boolean },
): RowChange[] {
  const { table, cells, year, isNew } = row;
  const years = new Set([...(isNew ? [year] : []), ...yearsLoaded(life, table).filter((loaded) => loaded >= year)]);
  return [...years].flatMap((of): RowChange[] => {
    const before = rowsOf(life, table).find((held) => held.year === of) ?? null;
    if (before && table !== 'PrevPerm') return [];
    const after =
      table === 'PrevPerm' ? cells : withCells(table, cells, { SEX: sexIn(of, cellOf(table, cells, 'SEX')) });
    return before?.cells.join('\u001f') === after.join('\u001f') ? [] : [{ year: of, table, before, after }];
  });
}

function episodeRows(life: ChildLife, input: StartCareInput, { on, year, child }: FirstDay): RowChange[] {
  const last = newestRow(life, 'Episodes');
  const cells = newCells('Episodes', {
    CHILD: child.localId,
    DECOM: formatBritishDate(on),
    RNE: 'S',
    LS: codeOf('legalStatus', input.legalStatus, { set: 'LS', year }),
    CIN: codeOf('categoryOfNeed', input.categoryOfNeed, { set: 'CIN', year }),
    ...placementCells(input.placement, { on, homePostcode: last ? cellOf('Episodes', last.cells, 'HOME_POST') : '' }),
  });
  return changesOfSpell(life, { table: 'Episodes', cells, patch: {} }, year);
}
