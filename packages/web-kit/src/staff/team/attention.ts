import { formatCount, formatDate } from '../../format/format.ts';
import type {
  CaseloadsOfAllFragment,
  StaffingTodayFragment,
  SupportCountsFragment,
} from '../../generated/operations.ts';
import { formatFte } from '../employment/staff-words.ts';

/** Something about a team that a manager should look at. */
export interface Attention {
  /** How pressing: `now` is late already or over a limit, `soon` will be. */
  readonly urgency: 'now' | 'soon';
  readonly text: string;
  /** The part of the page that shows it. */
  readonly anchor: string;
}

/** What is known of a team that may need attention. */
export interface TeamFacts {
  readonly counts: SupportCountsFragment;
  readonly registrations: readonly { readonly daysLeft: number; readonly status: string }[];
  readonly staffing: StaffingTodayFragment | null;
  readonly hasOfficer: boolean;
  readonly caseloads: CaseloadsOfAllFragment | null;
}

/** What a manager should look at, what is late already first. */
export function attentionOf(facts: TeamFacts): readonly Attention[] {
  const found = [...support(facts), ...registrations(facts), ...loads(facts), ...posts(facts)];
  return found.toSorted((one, other) => Number(one.urgency === 'soon') - Number(other.urgency === 'soon'));
}

function support({ counts }: TeamFacts): Attention[] {
  const { supervisionOverdue, supervisionDue, learningBehind } = counts;
  return [
    item('now', supervisionOverdue, 'people', (people) => `Supervision is overdue for ${people}`),
    item(
      'now',
      learningBehind,
      'people',
      (people) => `Learning is behind for ${people} while registration is being renewed`,
    ),
    item('soon', supervisionDue, 'people', (people) => `Supervision is due within a week for ${people}`),
  ].flat();
}

function registrations({ registrations: ending }: TeamFacts): Attention[] {
  const over = ending.filter(({ status }) => status !== 'REGISTERED').length;
  const soonest = ending.filter(({ status }) => status === 'REGISTERED').map(({ daysLeft }) => daysLeft);
  return [
    item('now', over, 'people', (people) => `The registration of ${people} is not in force: they cannot lead a child`),
    item(
      'soon',
      soonest.length,
      'people',
      (people) => `The registration of ${people} ends soon, the first in ${formatCount(Math.min(...soonest), 'day')}`,
    ),
  ].flat();
}

function loads({ caseloads }: TeamFacts): Attention[] {
  if (!caseloads) return [];
  const at = (state: string) => caseloads.byWorker.filter(({ limit }) => limit?.state === state).length;
  const { limit, withoutLead } = caseloads;
  const whole = limit ? `${limit.children} children of the contract` : '';
  return [
    item('now', at('CROSSED'), 'caseload', (people) => `${people} over the limit of children to lead`),
    item('soon', at('NEAR'), 'caseload', (people) => `${people} near the limit of children to lead`),
    limit?.state === 'CROSSED' ? [{ urgency: 'now', text: `More than the ${whole} are here`, anchor: 'caseload' }] : [],
    limit?.state === 'NEAR' ? [{ urgency: 'soon', text: `Close to the ${whole}`, anchor: 'caseload' }] : [],
    withoutLead > 0
      ? [
          {
            urgency: 'now',
            text: `${formatCount(withoutLead, 'child has', 'children have')} no social worker`,
            anchor: 'caseload',
          },
        ]
      : [],
  ].flat() as Attention[];
}

function posts({ staffing, hasOfficer }: TeamFacts): Attention[] {
  const vacant = staffing?.vacantFullTimeEquivalent ?? 0;
  const ratio = staffing?.support;
  const found: Attention[] = [];
  if (vacant > 0 && staffing) {
    const cover = staffing.agencyCoverFullTimeEquivalent;
    const covered = cover > 0 ? `, ${formatFte(cover)} of it covered by agency workers` : '';
    found.push({
      urgency: 'soon',
      text: `${formatFte(vacant)} of ${formatFte(staffing.establishedFullTimeEquivalent)} whole-time posts are vacant${covered}`,
      anchor: 'posts',
    });
  }
  if (!hasOfficer) {
    found.push({ urgency: 'soon', text: 'Nobody is named as officer for professional development', anchor: 'support' });
  }
  const beside = ratio?.frontLinePerAdministrator ?? null;
  if (
    ratio &&
    ratio.frontLineFullTimeEquivalent > 0 &&
    (beside === null || beside > ratio.expectedFrontLinePerAdministrator)
  ) {
    found.push({
      urgency: 'soon',
      text: `Front-line staff have little support: ${supportInWords(ratio)}`,
      anchor: 'posts',
    });
  }
  return found;
}

/** Front-line staff to one administrator, in words. */
export function supportInWords(ratio: StaffingTodayFragment['support']): string {
  const { frontLinePerAdministrator: beside, expectedFrontLinePerAdministrator: expected } = ratio;
  const about = `about ${formatFteShort(expected)} to 1 is expected`;
  return beside === null ? `no administrator; ${about}` : `${formatFteShort(beside)} to 1 administrator; ${about}`;
}

function formatFteShort(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

function item(
  urgency: Attention['urgency'],
  count: number,
  anchor: string,
  text: (people: string) => string,
): readonly Attention[] {
  return count > 0 ? [{ urgency, text: text(formatCount(count, 'person', 'people')), anchor }] : [];
}

/** Until when somebody has been named, in words. */
export function sinceInWords({ from, until }: { readonly from: string; readonly until: string | null }): string {
  return until ? `${formatDate(from)} to ${formatDate(until)}` : `since ${formatDate(from)}`;
}
