import { daysBetween, type PlainDate } from '@mainstay/primitives';
import { formatCount } from '../format/format.ts';
import type { LifeLineHistory, LifeLineRow, LifeLineSegment } from './life-line.ts';
import { mergeSpans, uncovered, type Span } from './spans.ts';

/** What the rows need besides the child's own history. */
export interface LifeLineView {
  readonly today: PlainDate;
  /**
   * The authority's name, when the viewer may see every allocation: time in care without one is then the authority's
   * own. Left out, such time stays empty.
   */
  readonly authorityName?: string;
}

/** Did not take part, in any of its kinds: `PN7`. */
const NOT_TAKEN_PART = 'PN7';

/** The rows of a life line, those without a segment left out. */
export function lifeLineRows(history: LifeLineHistory, view: LifeLineView): LifeLineRow[] {
  const care = timeInCare(history);
  const rows = [
    legalStatusRow(history),
    placementRow(history),
    socialWorkerRow(history, care, view.today),
    allocatedRow(history, care, view.authorityName),
    reviewRow(history),
  ];
  return rows.filter((row) => row.segments.length > 0);
}

function legalStatusRow({ legalStatuses }: LifeLineHistory): LifeLineRow {
  const segments = legalStatuses.map(({ legalStatus, startedOn, endedOn }, index): LifeLineSegment => ({
    id: `legal-status-${index}`,
    kind: 'period',
    label: legalStatus.meaning,
    shortLabel: legalStatus.code,
    detail: `${legalStatus.meaning} (${legalStatus.code})`,
    startedOn,
    endedOn,
    reason: null,
  }));
  return {
    id: 'legal-status',
    label: 'Legal status',
    note: formatCount(segments.length, 'status', 'statuses'),
    segments,
  };
}

function placementRow({ placements }: LifeLineHistory): LifeLineRow {
  const segments = placements.map((placement): LifeLineSegment => ({
    id: placement.id,
    kind: placement.isTemporary ? 'temporary' : 'period',
    label: placement.type.meaning,
    shortLabel: placement.type.code,
    detail: placementDetail(placement),
    startedOn: placement.startedOn,
    endedOn: placement.endedOn,
    reason: placement.reasonEnded ? `Ended: ${placement.reasonEnded.meaning}` : null,
  }));
  const temporary = segments.filter((segment) => segment.kind === 'temporary').length;
  const lasting = formatCount(segments.length - temporary, 'placement');
  const note = temporary > 0 ? `${lasting}, and ${temporary} temporary` : lasting;
  return { id: 'placement', label: 'Placement', note, segments };
}

function placementDetail(placement: LifeLineHistory['placements'][number]): string {
  const parts = [`${placement.type.meaning} (${placement.type.code})`];
  if (placement.isTemporary) parts.push('temporary');
  if (placement.isSameCarer) parts.push('same carers as before');
  if (placement.provider) parts.push(`provided by: ${placement.provider.meaning}`);
  const miles = placement.distanceFromHomeMiles;
  if (miles !== null) parts.push(`${miles} miles from home`);
  if (placement.isInsideAuthority === false) parts.push('outside the authority');
  return parts.join(', ');
}

function socialWorkerRow(
  { socialWorkerEpisodes }: LifeLineHistory,
  care: readonly Span[],
  today: PlainDate,
): LifeLineRow {
  const workers = socialWorkerEpisodes.map(({ id, worker, startedOn, endedOn, reason }): LifeLineSegment => ({
    id,
    kind: 'period',
    label: worker.name ?? worker.id,
    detail: worker.name ? `${worker.name} (${worker.id})` : worker.id,
    startedOn,
    endedOn,
    reason: reason ? `Took over: ${reason.meaning}` : null,
  }));
  const first = workers[0];
  const since = first ? care.flatMap((span) => fromDay(span, first.startedOn)) : [];
  const gaps = uncovered(since, workers).map((span): LifeLineSegment => ({
    id: `without-worker-${span.startedOn}`,
    kind: 'gap',
    label: 'none',
    detail: 'No social worker recorded',
    ...span,
    reason: null,
  }));
  const without = gaps.reduce((days, gap) => days + daysBetween(gap.startedOn, gap.endedOn ?? today) + 1, 0);
  const people = formatCount(
    new Set(socialWorkerEpisodes.map((episode) => episode.worker.id)).size,
    'person',
    'people',
  );
  const note = without > 0 ? `${people}, ${formatCount(without, 'day')} without` : people;
  return { id: 'social-worker', label: 'Social worker', note, segments: byStart([...workers, ...gaps]) };
}

function allocatedRow({ allocations }: LifeLineHistory, care: readonly Span[], authorityName?: string): LifeLineRow {
  const practices = allocations.map(({ id, contract, startedOn, endedOn }): LifeLineSegment => ({
    id,
    kind: 'period',
    label: contract.practice.name,
    detail: contract.practice.name,
    startedOn,
    endedOn,
    reason: null,
  }));
  const own = authorityName === undefined ? [] : uncovered(care, practices);
  const authority = own.map((span): LifeLineSegment => ({
    id: `authority-${span.startedOn}`,
    kind: 'period',
    label: authorityName ?? '',
    detail: `${authorityName}: not allocated to a practice`,
    ...span,
    reason: null,
  }));
  const segments = byStart([...practices, ...authority]);
  return { id: 'allocated-to', label: 'Allocated to', note: segments.at(-1)?.label ?? '', segments };
}

function reviewRow({ reviews }: LifeLineHistory): LifeLineRow {
  const segments = reviews.map(({ id, heldOn, participation }): LifeLineSegment => ({
    id,
    kind: 'event',
    label: participation.code === NOT_TAKEN_PART ? '×' : '●',
    detail: `Review: ${participation.meaning} (${participation.code})`,
    startedOn: heldOn,
    endedOn: heldOn,
    reason: null,
  }));
  const missed = reviews.filter((review) => review.participation.code === NOT_TAKEN_PART).length;
  const held = formatCount(reviews.length, 'review');
  return {
    id: 'reviews',
    label: 'Reviews',
    note: missed > 0 ? `${held}, ${missed} without the child (×)` : held,
    segments,
  };
}

/** When the child was looked after, as far as the legal statuses say; else as the placements do. */
function timeInCare({ legalStatuses, placements }: LifeLineHistory): Span[] {
  const facts = legalStatuses.length > 0 ? legalStatuses : placements;
  return mergeSpans(facts.map(({ startedOn, endedOn }) => ({ startedOn, endedOn })));
}

function fromDay(span: Span, day: PlainDate): Span[] {
  if (span.endedOn !== null && span.endedOn < day) return [];
  return [{ startedOn: span.startedOn > day ? span.startedOn : day, endedOn: span.endedOn }];
}

function byStart(segments: readonly LifeLineSegment[]): LifeLineSegment[] {
  return segments.toSorted((a, b) => (a.startedOn === b.startedOn ? 0 : a.startedOn < b.startedOn ? -1 : 1));
}
