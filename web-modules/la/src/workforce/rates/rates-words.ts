import { formatShare, type Measure } from '@mainstay/web-kit';
import type { PublishedBesideFragment } from '../../generated/operations.ts';

type Result = Measure['result'] | PublishedBesideFragment['result'];

/** A rate as a cell of a table reads it. */
export function rateInWords({ result }: Pick<Measure, 'result'>): string {
  return resultInWords(result);
}

/** A published figure as a cell of a table reads it. */
export function publishedInWords({ result }: Pick<PublishedBesideFragment, 'result'>): string {
  return resultInWords(result);
}

function resultInWords(result: Result): string {
  switch (result.__typename) {
    case 'Known':
      return valueInWords(result.value, result.unit);
    case 'NotKnown':
      return 'Not known';
    case 'NotApplicable':
      return 'Does not apply';
    case 'Suppressed':
      return 'Not shown';
    case 'NotYetDue':
      return 'Not yet due';
  }
}

function valueInWords(value: number, unit: Measure['indicator']['unit']): string {
  if (unit === 'SHARE') return formatShare(value);
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return unit === 'YEARS' ? `${number} years` : number;
}
