import { addDays, type PlainDate } from '@mainstay/primitives';
import { formatCount, formatDate, formatInstant, formatNumber } from '../format/format.ts';
import type { KnownResult, Measure, MissingResult, Unit } from './measure.ts';

/**
 * A value as people read it: a share as a percentage to one decimal. A share that is not nought never reads `0.0%`, nor
 * one that is not all `100.0%`.
 */
export function valueInWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'SHARE':
      if (value > 0 && value < 0.0005) return 'under 0.1%';
      if (value < 1 && value >= 0.9995) return 'over 99.9%';
      return `${shown(value, unit).toFixed(1)}%`;
    case 'COUNT':
      return formatNumber(value);
    case 'YEARS':
      return `${value.toFixed(1)} years`;
    case 'SCORE':
      return value.toFixed(1);
  }
}

/** What a measure counts, in the plural: read from the definition of its denominator. */
export function thingsCounted({ indicator }: Pick<Measure, 'indicator'>): string {
  const denominator = indicator.denominator ?? indicator.numerator;
  if (/^reviews/i.test(denominator)) return 'reviews';
  if (/^visits/i.test(denominator)) return 'visits';
  if (/^the days/i.test(denominator)) return 'days';
  if (/working days/i.test(denominator)) return 'working days';
  if (/(whole|full)-time equivalent/i.test(denominator)) return WHOLE_TIME;
  if (/^(agency |child and family )?social workers|^(agency )?workers|in post/i.test(denominator))
    return 'social workers';
  return /^care leavers/i.test(denominator) ? 'care leavers' : 'children';
}

/** `26 of 210 children`, `3.5 of 12 whole-time equivalents`; null when the figure is not a share of anything. */
export function countInWords(measure: Measure, result: KnownResult): string | null {
  const { numerator, denominator } = result;
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
  const things = thingsCounted(measure);
  const isOfStaff = STAFF_THINGS.has(things);
  const counted = isOfStaff ? formatTenths : formatNumber;
  // A mean of staff is so much for so many: years for people, children for whole-time equivalents.
  const between = isOfStaff && result.unit !== 'SHARE' ? 'for' : 'of';
  return `${counted(numerator)} ${between} ${counted(denominator)} ${things}`;
}

const WHOLE_TIME = 'whole-time equivalents';
const STAFF_THINGS: ReadonlySet<string> = new Set(['working days', WHOLE_TIME, 'social workers']);

function formatTenths(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

/** `Year to 31 March 2025` for twelve months, else both ends. */
export function periodInWords({ from, to }: Pick<Measure, 'from' | 'to'>): string {
  return isWholeYear(from, to) ? `Year to ${formatDate(to)}` : `${formatDate(from)} to ${formatDate(to)}`;
}

/** `As at 2 April 2025 at 09:30`; null when no record lies behind the figure. */
export function asAtInWords({ asAt }: Pick<Measure, 'asAt'>): string | null {
  return asAt ? `As at ${formatInstant(asAt)}` : null;
}

/** Who is not in the figure, or in it with a fact missing, and how many: one sentence each. */
export function exclusionsInWords(measure: Measure): string[] {
  const counted = thingsCounted(measure);
  // Of staff it is people who are left out, whatever they are measured in.
  const things = STAFF_THINGS.has(counted) ? 'workers' : counted;
  return measure.exclusions.map(
    ({ reason, count }) => `${reason.replace(/\.$/, '')}: ${formatCount(count, singular(things), things)}.`,
  );
}

/** A reason for having no figure: a heading of a word or two, and the whole of it. */
export function missingInWords(result: MissingResult): { heading: string; text: string } {
  switch (result.__typename) {
    case 'NotKnown':
      return { heading: 'Not known', text: result.reason };
    case 'NotApplicable':
      return { heading: 'Does not apply', text: result.reason };
    case 'Suppressed':
      return { heading: 'Not shown', text: result.reason };
    case 'NotYetDue':
      return {
        heading: 'Not yet due',
        text: `The period has not ended. It can be worked out from ${formatDate(result.dueOn)}.`,
      };
  }
}

/** The value, or in a word or two why there is none. */
export function shortResult(measure: Measure): string {
  const { result } = measure;
  return result.__typename === 'Known' ? valueInWords(result.value, result.unit) : missingInWords(result).heading;
}

/**
 * How a figure differs from an earlier one, from the values as they are shown, so that a reader's own sum agrees; null
 * unless both are known. It says what differs, never why.
 */
export function changeInWords(now: Measure, before: Measure): string | null {
  if (now.result.__typename !== 'Known' || before.result.__typename !== 'Known') return null;
  const { unit } = now.result;
  const then = `in the ${lowerFirst(periodInWords(before))}`;
  const difference = shown(now.result.value, unit) - shown(before.result.value, unit);
  if (Math.abs(difference) < 0.05) return `The same as ${then}.`;
  const size =
    unit === 'SHARE' ? `${Math.abs(difference).toFixed(1)} percentage points` : amount(Math.abs(difference), unit);
  return `${size} ${difference > 0 ? 'higher' : 'lower'} than ${then} (${shortResult(before)}).`;
}

/** The measure in one sentence, for somebody who reads nothing else of the card. */
export function summaryInWords(measure: Measure, before?: Measure): string {
  const { result } = measure;
  const period = lowerFirst(periodInWords(measure));
  if (result.__typename !== 'Known') {
    const { heading, text } = missingInWords(result);
    return `${heading} for the ${period}. ${text}`;
  }
  const count = countInWords(measure, result);
  const figure = count ? `${count} (${shortResult(measure)})` : shortResult(measure);
  const change = before && changeInWords(measure, before);
  return `${figure} in the ${period}.${change ? ` ${change}` : ''}`;
}

/** Which way is better, in words. */
export function directionInWords({ goodDirection }: Measure['indicator']): string {
  if (goodDirection === 'NEITHER') return 'Neither a higher nor a lower figure is better: it describes.';
  return goodDirection === 'LOWER' ? 'A lower figure is better.' : 'A higher figure is better.';
}

function isWholeYear(from: PlainDate, to: PlainDate): boolean {
  const next = addDays(to, 1);
  return next.slice(4) === from.slice(4) && Number(next.slice(0, 4)) === Number(from.slice(0, 4)) + 1;
}

function shown(value: number, unit: Unit): number {
  return unit === 'SHARE' ? Math.round(percent(value) * 10) / 10 : Math.round(value * 10) / 10;
}

function amount(size: number, unit: Unit): string {
  return unit === 'COUNT' ? formatNumber(size) : unit === 'YEARS' ? `${size.toFixed(1)} years` : size.toFixed(1);
}

/** The share in hundredths, without the binary dust that `0.575 * 100` leaves. */
function percent(share: number): number {
  return Number((share * 100).toPrecision(12));
}

function singular(things: string): string {
  return things === 'children' ? 'child' : things.replace(/s$/, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
