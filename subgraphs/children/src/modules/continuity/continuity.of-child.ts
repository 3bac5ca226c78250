import { addDays, daysBetween, type Followed, type PlainDate } from '@mainstay/primitives';

/** A time that may still last. */
export interface Time {
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

/** What a child's continuity is worked out from. */
export interface ContinuityFacts {
  /** Periods of care: the day one ceases is not in it. */
  readonly care: readonly Time[];
  /** The last day of a worker's time belongs to it. */
  readonly workers: readonly (Time & { readonly workerId: string })[];
  /** The last day of an allocation belongs to it. */
  readonly allocations: readonly (Time & { readonly practiceId: string })[];
}

/** Days from one to another, the other not among them. */
interface Span {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** An unbroken time of one worker with the child. */
interface Spell extends Span {
  readonly workerId: string;
}

/** A change of worker: `WorkerChange` of the graph, with who is responsible from then on. */
export interface WorkerChange {
  readonly on: PlainDate;
  readonly before: string;
  readonly after: string;
  readonly isTransfer: boolean;
  readonly practiceId: string | null;
}

/** The part of one organisation: `ContinuityPart` of the graph. */
export interface ContinuityPart {
  readonly practiceId: string | null;
  readonly daysInCare: number;
  readonly workers: number;
  readonly changes: number;
  readonly daysWithLongest: number;
  readonly daysWithout: number;
}

/** A child's continuity in a period: `Continuity` of the graph. */
export interface ChildContinuity extends Omit<ContinuityPart, 'practiceId' | 'changes'> {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly changes: readonly WorkerChange[];
  readonly longestWorker: string | null;
  readonly gaps: readonly { readonly from: PlainDate; readonly to: PlainDate; readonly days: number }[];
  readonly present: { readonly workerId: string; readonly since: PlainDate } | null;
  readonly byResponsible: readonly ContinuityPart[];
  /** Relationships that began in the period, with who was responsible then. */
  readonly began: readonly (Followed & { readonly practiceId: string | null })[];
}

/** A child's continuity from a day to a day, both in it. */
export function continuityOf(facts: ContinuityFacts, from: PlainDate, to: PlainDate): ChildContinuity {
  const period = { from, until: addDays(to, 1) };
  const spells = spellsOf(facts);
  const care = unionOf(within(facts.care.map(openEnded), period));
  const responsibleOn = (day: PlainDate): string | null => practiceOn(facts, day);
  const changes = changesOf(spells, responsibleOn).filter(({ on }) => on >= from && on <= to);
  const held = unionOf(within(spells, period));
  const gaps = care.flatMap((time) => without(time, held));
  const longest = longestOf(spells, care);
  const present = spells.filter((spell) => holds(spell, to)).at(-1);
  return {
    from,
    to,
    daysInCare: daysOf(care),
    workers: new Set(spells.filter((spell) => overlap(spell, period)).map(({ workerId }) => workerId)).size,
    changes,
    longestWorker: longest.workerId,
    daysWithLongest: longest.days,
    gaps: gaps.map((gap) => ({ from: gap.from, to: addDays(gap.until, -1), days: lengthOf(gap) })),
    daysWithout: daysOf(gaps),
    present: present ? { workerId: present.workerId, since: present.from } : null,
    byResponsible: partsOf(facts, { care, spells, gaps, changes, period }),
    began: spells
      .filter((spell) => spell.from >= from && spell.from <= to)
      .flatMap((spell) => {
        const time = care.find((one) => holds(one, spell.from));
        return time ? [{ ...followedIn(spell, time), practiceId: responsibleOn(spell.from) }] : [];
      }),
  };
}

/** Each worker's times, those that touch as one; by their beginnings. */
function spellsOf({ workers }: ContinuityFacts): Spell[] {
  const byWorker = Map.groupBy(workers, ({ workerId }) => workerId);
  return [...byWorker]
    .flatMap(([workerId, times]) => {
      const inclusive = times.map(({ startedOn, endedOn }) => lasting(startedOn, endedOn));
      return unionOf(inclusive).map((span) => ({ workerId, ...span }));
    })
    .toSorted((one, other) => compare(one.from, other.from) || compare(one.until, other.until));
}

/** A worker who begins while, or after, another had the child: the one who began last leads. */
function changesOf(spells: readonly Spell[], responsibleOn: (day: PlainDate) => string | null): WorkerChange[] {
  return spells.flatMap((spell, index) => {
    const before = spells[index - 1];
    if (!before || before.workerId === spell.workerId) return [];
    const practiceId = responsibleOn(spell.from);
    const isTransfer = responsibleOn(addDays(spell.from, -1)) !== practiceId;
    return [{ on: spell.from, before: before.workerId, after: spell.workerId, isTransfer, practiceId }];
  });
}

function followedIn(spell: Spell, care: Span): Followed {
  const hasEnded = spell.until < care.until;
  return { days: daysBetween(spell.from, hasEnded ? spell.until : care.until), hasEnded };
}

function partsOf(
  facts: ContinuityFacts,
  of: {
    readonly care: readonly Span[];
    readonly spells: readonly Spell[];
    readonly gaps: readonly Span[];
    readonly changes: readonly WorkerChange[];
    readonly period: Span;
  },
): ContinuityPart[] {
  const byPractice = Map.groupBy(facts.allocations, ({ practiceId }) => practiceId);
  const spansOf = (times: readonly Time[]): Span[] =>
    unionOf(times.map(({ startedOn, endedOn }) => lasting(startedOn, endedOn)));
  const elsewhere = spansOf(facts.allocations);
  const parts: [string | null, Span[]][] = [
    [null, without(of.period, elsewhere)],
    ...[...byPractice].map(([practiceId, times]): [string, Span[]] => [practiceId, spansOf(times)]),
  ];
  return parts.flatMap(([practiceId, spans]) => {
    const care = spans.flatMap((span) => within(of.care, span));
    const workers = of.spells.filter((spell) => care.some((time) => overlap(spell, time)));
    const part = {
      practiceId,
      daysInCare: daysOf(care),
      workers: new Set(workers.map(({ workerId }) => workerId)).size,
      changes: of.changes.filter((change) => change.practiceId === practiceId).length,
      daysWithLongest: longestOf(of.spells, care).days,
      daysWithout: daysOf(spans.flatMap((span) => within(of.gaps, span))),
    };
    return part.daysInCare > 0 ? [part] : [];
  });
}

function longestOf(spells: readonly Spell[], care: readonly Span[]): { workerId: string | null; days: number } {
  const days = new Map<string, number>();
  for (const spell of spells) {
    const counted = daysOf(within(care, spell));
    days.set(spell.workerId, (days.get(spell.workerId) ?? 0) + counted);
  }
  let longest: { workerId: string | null; days: number } = { workerId: null, days: 0 };
  for (const [workerId, counted] of days) if (counted > longest.days) longest = { workerId, days: counted };
  return longest;
}

function practiceOn({ allocations }: ContinuityFacts, day: PlainDate): string | null {
  const held = allocations.find(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day));
  return held?.practiceId ?? null;
}

/** Later than every day there is. */
const NEVER = '9999-12-31' as PlainDate;

function openEnded({ startedOn, endedOn }: Time): Span {
  return { from: startedOn, until: endedOn ?? NEVER };
}

function lasting(startedOn: PlainDate, endedOn: PlainDate | null): Span {
  return { from: startedOn, until: endedOn === null ? NEVER : addDays(endedOn, 1) };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function overlap(one: Span, other: Span): boolean {
  return one.from < other.until && other.from < one.until;
}

function holds({ from, until }: Span, day: PlainDate): boolean {
  return from <= day && day < until;
}

/** What of the spans lies in another. */
function within(spans: readonly Span[], other: Span): Span[] {
  return spans
    .filter((span) => overlap(span, other))
    .map((span) => ({
      from: span.from > other.from ? span.from : other.from,
      until: span.until < other.until ? span.until : other.until,
    }));
}

/** The same days, those that touch as one, oldest first. */
function unionOf(spans: readonly Span[]): Span[] {
  const joined: { from: PlainDate; until: PlainDate }[] = [];
  for (const span of spans.toSorted((one, other) => compare(one.from, other.from))) {
    const last = joined.at(-1);
    if (last && span.from <= last.until) last.until = span.until > last.until ? span.until : last.until;
    else joined.push({ from: span.from, until: span.until });
  }
  return joined;
}

/** What of a span is in none of the others, which are oldest first and apart. */
function without(span: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const other of within(others, span)) {
    if (other.from > from) left.push({ from, until: other.from });
    from = other.until;
  }
  return from < span.until ? [...left, { from, until: span.until }] : left;
}

function lengthOf({ from, until }: Span): number {
  return daysBetween(from, until);
}

function daysOf(spans: readonly Span[]): number {
  return spans.reduce((days, span) => days + lengthOf(span), 0);
}

/** Whole months from a day to the end of another. */
export function monthsBetween(since: PlainDate, to: PlainDate): number {
  const after = addDays(to, 1);
  const numberOf = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return numberOf(after) - numberOf(since) - Number(after.slice(8) < since.slice(8));
}
