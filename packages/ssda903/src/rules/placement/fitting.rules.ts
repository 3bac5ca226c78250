import { isShortBreak, isTemporary } from '../care-status.ts';
import { eachRow, nothing } from '../row-rule.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';

/** Adoption with the current foster carer has been recorded as a change without a move since this day. */
const sameCarerSince = '2015-04-01';

/** A rule that a provider is never the provider of some placements. */
function providerRule(
  provider: string,
  text: { code: string; message: string; whatToDo: string },
  isUnfit: RegExp,
): Rule {
  return eachRow(
    'Episodes',
    { ...text, group: 'placement', fields: ['PLACE', 'PLACE_PROVIDER'] },
    (row) => row.value('PLACE_PROVIDER') === provider && isUnfit.test(row.value('PLACE')),
  );
}

/** The placements that have no number at Ofsted, in the codes of the year. */
function placesWithoutUrn(year: number): RegExp {
  if (year >= 2026) return /^(?:P1|P3|R1|R2|R5|T[0-4]|Z1[1-4])$/;
  if (year === 2025) return /^(?:P1|P3|R1|R2|R5|T[0-4]|Z1)$/;
  // Semi-independent living could be registered, and have a number, from October 2023.
  return year === 2024 ? /^(?:P[123]|R1|R2|R5|T[0-4]|Z1)$/ : /^(?:H5|P[123]|R1|R2|R5|T[0-4]|Z1)$/;
}

function temporaryReason(years: { from: number } | { to: number }, message: string): Rule {
  return {
    code: '226',
    group: 'placement',
    tables: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE', 'PLACE'],
    message,
    whatToDo: 'Take the reason out: a temporary move, and the return from it, is no change of placement.',
    ...years,
    check(child): readonly Finding[] {
      const episodes = child.episodes();
      const wrong = episodes.filter((row, at) => {
        const next = episodes[at + 1];
        return !row.isBlank('REASON_PLACE_CHANGE') && (isTemporary(row) || (next !== undefined && isTemporary(next)));
      });
      return wrong.length === 0 ? nothing : wrong.map((row) => findingAt(row, 'REASON_PLACE_CHANGE'));
    },
  };
}

const correctEither = 'Correct PLACE_PROVIDER or PLACE.';

/** The published rules on what fits a placement of a kind, which need no list of providers. */
export const fittingRules: readonly Rule[] = [
  eachRow(
    'Episodes',
    {
      code: '213',
      group: 'placement',
      fields: ['PLACE_PROVIDER'],
      message: 'Placement provider information not required.',
      whatToDo: 'Leave PLACE_PROVIDER blank for temporary placements, and for other placements (Z11 to Z14).',
    },
    (row, _child, { year }) =>
      !row.isBlank('PLACE_PROVIDER') && (year < 2026 ? /^T[0-4]$/ : /^(?:T[0-4]|Z1[1-4])$/).test(row.value('PLACE')),
  ),
  eachRow(
    'Episodes',
    {
      code: '214',
      group: 'placement',
      fields: ['PL_POST', 'URN'],
      message: 'Placement location information not required.',
      whatToDo: 'Leave PL_POST and URN blank for short breaks (V3, V4), or correct LS.',
    },
    (row) => isShortBreak(row) && (!row.isBlank('PL_POST') || !row.isBlank('URN')),
  ),
  eachRow(
    'Episodes',
    {
      code: '217',
      group: 'placement',
      fields: ['PLACE', 'DECOM', 'RNE'],
      message:
        'Children who are placed for adoption with current foster carers (placement types A3 or A5) must have a reason for new episode of S, T or U.',
      whatToDo: 'Enter S, T or U in RNE, or A4 or A6 in PLACE if the child moved to other carers.',
    },
    (row) =>
      /^A[35]$/.test(row.value('PLACE')) &&
      !row.isBlank('RNE') &&
      !/^[STU]$/.test(row.value('RNE')) &&
      (row.date('DECOM') ?? '') >= sameCarerSince,
  ),
  eachRow(
    'Episodes',
    {
      code: '222',
      group: 'placement',
      fields: ['URN'],
      message: 'Ofsted Unique reference number (URN) should not be recorded for this placement type.',
      whatToDo: 'Leave URN blank, or correct PLACE.',
    },
    (row, _child, { year }) =>
      !row.isBlank('URN') && row.value('URN') !== 'XXXXXXX' && placesWithoutUrn(year).test(row.value('PLACE')),
  ),
  temporaryReason({ to: 2025 }, 'Reason for placement change is not required.'),
  temporaryReason({ from: 2026 }, 'Reason for placement change is not required for temporary placements.'),
  providerRule(
    'PR1',
    {
      code: '527',
      message: 'A placement provider code of PR1 cannot be associated with placements P1, R2 or R5.',
      whatToDo: correctEither,
    },
    /^(?:P1|R2|R5)$/,
  ),
  providerRule(
    'PR2',
    {
      code: '528',
      message: 'A placement provider code of PR2 cannot be associated with placements P1, R2 or R5.',
      whatToDo: correctEither,
    },
    /^(?:P1|R2|R5)$/,
  ),
  providerRule(
    'PR3',
    {
      code: '529',
      message:
        'Placement provider code of PR3 cannot be associated with placements P1, A3 to A6, K1, K2 and U1 to U6 as these placements cannot be provided by other public organisations.',
      whatToDo: correctEither,
    },
    /^(?:P1|A[3-6]|K1|K2|U[1-6])$/,
  ),
  providerRule(
    'PR4',
    {
      code: '530',
      message: 'A placement provider code of PR4 cannot be associated with placement P1.',
      whatToDo: `${correctEither} A placement with parents has PR0.`,
    },
    /^P1$/,
  ),
  providerRule(
    'PR5',
    {
      code: '531',
      message: 'A placement provider code of PR5 cannot be associated with placements P1.',
      whatToDo: `${correctEither} A placement with parents has PR0.`,
    },
    /^P1$/,
  ),
  providerRule(
    'PR0',
    {
      code: '550',
      message: 'A placement provider code of PR0 can only be associated with placement P1.',
      whatToDo: `${correctEither} A placement with parents is P1.`,
    },
    /^(?!P1$)./,
  ),
];
