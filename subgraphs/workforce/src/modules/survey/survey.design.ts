import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { needed, numberWithin, optionalText, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import { DesignFault, questionnaireOf, type LicensedItems, type SurveyGroup } from '@mainstay/survey-bank';
import type { SurveyRow } from './survey.entity.ts';

/** The least number of answers that results are shown of may be set from 10 to 50. */
const LEAST = { least: 10, most: 50 } as const;
const MOST_SCALES = 20;
const LONGEST_WAVE_DAYS = 366;

/** Words of a licensed scale as they are sent. */
export interface LicensedItemsInput {
  readonly scaleId: string;
  readonly texts: readonly string[];
  readonly labels?: readonly string[] | null;
  readonly licence: string;
}

/** The part of a design that can be changed; what is left out stays. */
export interface DesignInput {
  readonly title?: string | null;
  readonly about?: string | null;
  readonly scaleIds?: readonly string[] | null;
  readonly licensedItems?: readonly LicensedItemsInput[] | null;
  readonly leastRespondents?: number | null;
}

/** The days of a wave as they are sent. */
export interface WaveDays {
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
}

/** What of a row a design decides. */
export type Design = Pick<SurveyRow, 'title' | 'about' | 'scaleIds' | 'licensedItems' | 'leastRespondents'>;

/**
 * The design that was sent, over the one before it.
 *
 * @throws RecordFault naming what cannot be meant.
 */
export function designOf(input: DesignInput, before: Design | null): Design {
  const title = textOf('title', input.title ?? before?.title ?? '', { shortest: 3, longest: 120 });
  const about = optionalText('about', input.about ?? before?.about, 2_000) ?? '';
  const scaleIds = [...(input.scaleIds ?? before?.scaleIds ?? [])];
  if (scaleIds.length > MOST_SCALES) throw new RecordFault('scaleIds', `Choose at most ${MOST_SCALES} scales.`);
  // Words of scales that are no longer asked go with them.
  const kept = (before?.licensedItems ?? []).filter(({ scaleId }) => scaleIds.includes(scaleId));
  const licensedItems = input.licensedItems ? input.licensedItems.map(licensedOf) : kept;
  const leastRespondents = numberWithin(
    'leastRespondents',
    input.leastRespondents ?? before?.leastRespondents ?? LEAST.least,
    LEAST,
  );
  try {
    questionnaireOf(scaleIds, licensedItems);
  } catch (error) {
    if (!(error instanceof DesignFault)) throw error;
    throw new RecordFault(error.field === 'scales' ? 'scaleIds' : error.field, error.message);
  }
  return { title, about, scaleIds, licensedItems, leastRespondents };
}

/** @throws RecordFault when a group is named twice, or none is. */
export function groupsOf(groups: readonly SurveyGroup[]): SurveyGroup[] {
  if (groups.length === 0 || new Set(groups).size < groups.length) {
    throw new RecordFault('groups', 'Choose one group or more, each once.');
  }
  return [...groups];
}

/**
 * The days of both waves.
 *
 * @throws RecordFault when they are not two, do not follow each other, or the first begins in the past.
 */
export function wavesOf(waves: readonly WaveDays[], today: PlainDate): readonly [WaveDays, WaveDays] {
  const [first, second, ...more] = waves;
  if (!first || !second || more.length > 0) throw new RecordFault('waves', 'Give the days of two waves.');
  for (const days of [first, second]) requireDays('waves', days);
  if (first.opensOn < today) throw new RecordFault('waves', 'The first wave would begin in the past.');
  requireInOrder('waves', first, second);
  return [first, second];
}

/** @throws RecordFault when the second wave does not open after the first has closed. */
export function requireInOrder(field: string, first: WaveDays, second: WaveDays): void {
  if (second.opensOn > first.closesOn) return;
  throw new RecordFault(field, 'The second wave opens after the first has closed. Check the days.');
}

/** @throws RecordFault when a wave ends before it begins, or is longer than a year. */
export function requireDays(field: string, { opensOn, closesOn }: WaveDays): void {
  if (!isPlainDate(opensOn) || !isPlainDate(closesOn)) throw new RecordFault(field, 'Enter days that exist.');
  if (closesOn < opensOn) throw new RecordFault(field, 'A wave ends on or after the day it begins.');
  const days = (Date.parse(closesOn) - Date.parse(opensOn)) / 86_400_000;
  if (days > LONGEST_WAVE_DAYS) throw new RecordFault(field, 'A wave lasts a year at most.');
}

/** @throws RecordFault when the key is no text of 1 to 100 characters. */
export function keyOf(key: string): string {
  return textOf('key', needed('key', key, 'Name the design.'), { shortest: 1, longest: 100 });
}

function licensedOf({ scaleId, texts, labels, licence }: LicensedItemsInput): LicensedItems {
  const words = {
    scaleId,
    texts: [...texts],
    licence: textOf('licensedItems', licence, { shortest: 3, longest: 200 }),
  };
  return labels ? { ...words, labels: [...labels] } : words;
}
