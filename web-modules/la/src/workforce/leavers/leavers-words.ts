import { formatCount } from '@mainstay/web-kit';
import type {
  LeaverRowFragment,
  TransferRowFragment,
  WorkerChangesFigureFragment,
} from '../../generated/operations.ts';

type Effect = NonNullable<LeaverRowFragment['effectOnChildren']>;

const reasons: Readonly<Record<NonNullable<LeaverRowFragment['reasonForLeaving']>, string>> = {
  RESIGNATION: 'Resigned',
  VOLUNTARY_REDUNDANCY: 'Voluntary redundancy',
  COMPULSORY_REDUNDANCY: 'Compulsory redundancy',
  DISMISSED: 'Dismissed',
  RETIRED: 'Retired',
  DECEASED: 'Died',
  MOVED_WITHIN_AUTHORITY: 'Other work in the authority',
  OTHER: 'Another reason',
  NOT_KNOWN: 'Not known',
  NOT_YET_COLLECTED: 'Not asked yet',
};

const destinations: Readonly<Record<NonNullable<LeaverRowFragment['leaverDestination']>, string>> = {
  OTHER_AUTHORITY: 'another authority',
  OUTSIDE_ENGLAND: 'social work outside England',
  AGENCY: 'an agency',
  OTHER_SOCIAL_WORK: 'other social work, such as a practice',
  OTHER_SOCIAL_CARE: 'other social care',
  NO_SOCIAL_CARE: 'no social care role',
  OTHER: 'somewhere else',
  NOT_KNOWN: 'not known',
  NOT_YET_COLLECTED: 'not asked yet',
};

/** Why somebody left, and where to. */
export function leavingInWords(row: LeaverRowFragment): string {
  if (row.endedByTransfer) return 'Moved with the work';
  const reason = row.reasonForLeaving === null ? 'Reason not recorded' : reasons[row.reasonForLeaving];
  return row.leaverDestination === null ? reason : `${reason}; to: ${destinations[row.leaverDestination]}`;
}

/** What a leaving did to children, in a sentence or two. */
export function effectInWords(effect: Effect | null): string {
  if (effect === null) return 'Not open to you';
  if (effect.children === 0) return 'Led no child';
  const { children, changed, leftWithout, daysWithout, alreadyUnsettled, kept } = effect;
  const parts = [
    `${formatCount(changed, 'child', 'children')} of ${children} got another worker`,
    kept > 0 ? `${kept} kept this one` : '',
    leftWithout > 0 ? `${leftWithout} had nobody for a time, ${formatCount(daysWithout, 'day')} together` : '',
    alreadyUnsettled > 0 ? `${alreadyUnsettled} had had two changes or more in the year before` : '',
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

/** What all leavings did together, in a sentence. */
export function effectsInWords(rows: readonly Pick<LeaverRowFragment, 'effectOnChildren'>[]): string {
  const effects = rows.flatMap(({ effectOnChildren }) => (effectOnChildren ? [effectOnChildren] : []));
  const sum = (key: 'children' | 'changed' | 'leftWithout' | 'daysWithout') =>
    effects.reduce((total, effect) => total + effect[key], 0);
  if (rows.length === 0) return 'Nobody left.';
  const people = formatCount(rows.length, 'person', 'people');
  if (effects.length === 0) return `${people} left. What it did to children is not open to you.`;
  return `${people} left. They led ${formatCount(sum('children'), 'child', 'children')}; ${sum('changed')} got another worker, and ${sum('leftWithout')} had nobody for a time, ${formatCount(sum('daysWithout'), 'day')} together.`;
}

const guarantees: Readonly<Record<TransferRowFragment['guarantee'], string>> = {
  NONE: 'No guarantee',
  RETURN_TO_AUTHORITY: 'Taken back by the authority if the practice’s work ends',
  SAME_TERMS: 'The terms they had',
  RETURN_AND_SAME_TERMS: 'Taken back by the authority, and the terms they had until then',
};

/** What movers are guaranteed. */
export function guaranteeInWords({ guarantee }: Pick<TransferRowFragment, 'guarantee'>): string {
  return guarantees[guarantee];
}

const movesBecause: Readonly<Record<TransferRowFragment['reason'], string>> = {
  COMMISSIONING: 'The practice began to work for the authority',
  DECOMMISSIONING: 'The practice’s work ended',
  OTHER: 'Another reason',
};

/** Why staff moved. */
export function moveInWords({ reason }: Pick<TransferRowFragment, 'reason'>): string {
  return movesBecause[reason];
}

const causes: Readonly<Record<NonNullable<WorkerChangesFigureFragment['byCause']>[number]['cause'], string>> = {
  WORKER_LEFT: 'the worker left',
  CHILD_TRANSFERRED: 'the child moved between authority and practice',
  WORKER_STAYED: 'cases were moved, the worker stayed',
  NOT_KNOWN: 'no post on record',
};

/** Why workers changed, the most frequent first. */
export function causesInWords(figure: WorkerChangesFigureFragment): string {
  if (figure.byCause === null) return 'Not open to you';
  return figure.byCause.map(({ cause, changes }) => `${causes[cause]}: ${changes}`).join('; ') || 'No change';
}
