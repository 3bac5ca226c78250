import { addDays, type PlainDate } from '@mainstay/primitives';

/** A time on the calendar; both ends belong to it, and null means it lasts. */
export interface Span {
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

/** The same times with those that overlap, touch or follow on the next day run together; oldest first. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || (last.endedOn !== null && span.startedOn > addDays(last.endedOn, 1))) merged.push(span);
    else merged[merged.length - 1] = { startedOn: last.startedOn, endedOn: laterEnd(last.endedOn, span.endedOn) };
  }
  return merged;
}

/** The parts of `within` that none of `covered` covers; oldest first. */
export function uncovered(within: readonly Span[], covered: readonly Span[]): Span[] {
  const cover = mergeSpans(covered);
  return mergeSpans(within).flatMap((span) => subtract(span, cover));
}

function subtract(span: Span, cover: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.startedOn;
  for (const block of cover) {
    if (block.endedOn !== null && block.endedOn < from) continue;
    if (span.endedOn !== null && block.startedOn > span.endedOn) break;
    if (block.startedOn > from) left.push({ startedOn: from, endedOn: addDays(block.startedOn, -1) });
    if (block.endedOn === null) return left;
    from = addDays(block.endedOn, 1);
  }
  if (span.endedOn === null || from <= span.endedOn) left.push({ startedOn: from, endedOn: span.endedOn });
  return left;
}

function laterEnd(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
