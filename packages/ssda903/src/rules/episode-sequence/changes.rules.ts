import type { Succession } from '../../checking/child-rows.ts';
import { isTemporary } from '../care-status.ts';
import type { Finding, Rule } from '../rule.ts';
import { eachSuccession } from './sequence-rule.ts';

/** A placement is the same when all four agree. */
const placementColumns = ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const;

const fieldsOfChange = ['RNE', 'LS', ...placementColumns] as const;

function hasSamePlacement({ earlier, later }: Succession<'Episodes'>): boolean {
  return placementColumns.every((column) => earlier.value(column) === later.value(column));
}

function hasSameStatus({ earlier, later }: Succession<'Episodes'>): boolean {
  return earlier.value('LS') === later.value('LS');
}

const returnsToNormal: Rule = {
  code: '383',
  group: 'episode-sequence',
  tables: ['Episodes'],
  fields: ['PLACE', 'RNE', 'PL_POST'],
  message: 'A child in a temporary placement must subsequently return to his/her normal placement.',
  whatToDo: 'After a temporary placement enter P in RNE and the placement the child had before it.',
  *check(child, { year }): Generator<Finding> {
    const episodes = child.episodes();
    for (let at = 2; at < episodes.length; at++) {
      const [normal, temporary, next] = [episodes[at - 2], episodes[at - 1], episodes[at]];
      if (!normal || !temporary || !next || !isTemporary(temporary)) continue;
      const isBack = next.value('RNE') === 'P' && next.value('PLACE') === normal.value('PLACE');
      // The postcode became part of the rule in 2026.
      const isSamePlace = year < 2026 || next.value('PL_POST') === normal.value('PL_POST');
      if (!isBack || !isSamePlace) yield { row: next };
    }
  },
};

const sameNeed: Rule = {
  code: '504',
  group: 'episode-sequence',
  tables: ['Episodes'],
  fields: ['CIN'],
  message: 'The category of need code differs from that reported at start of current period of being looked after',
  whatToDo: 'Enter the category of need with which the period of care began, through all of its episodes.',
  *check(child): Generator<Finding> {
    let first = child.episodes()[0];
    let earlier = first;
    for (const later of child.episodes().slice(1)) {
      const isSamePeriod = earlier?.value('REC') === 'X1' && earlier.date('DEC') === later.date('DECOM');
      if (!isSamePeriod) first = later;
      else if (first && !later.isBlank('CIN') && later.value('CIN') !== first.value('CIN')) yield { row: later };
      earlier = later;
    }
  },
};

/** The published rules on what changes from one episode to the next. */
export const episodeChangeRules: readonly Rule[] = [
  returnsToNormal,
  eachSuccession(
    'Episodes',
    {
      code: '434',
      fields: fieldsOfChange,
      message:
        "Reason for new episode is that child's legal status has changed but not the placement, but this is not reflected in the episode data.",
      whatToDo: 'Correct RNE, or enter the new legal status with the placement unchanged.',
    },
    (pair) => pair.later.value('RNE') === 'L' && (hasSameStatus(pair) || !hasSamePlacement(pair)),
  ),
  eachSuccession(
    'Episodes',
    {
      code: '435',
      fields: ['LS', ...placementColumns],
      message:
        'Reason for new episode is that child’s placement has changed but not the legal status, but this is not reflected in the episode data recorded.',
      whatToDo: 'Correct RNE, or enter the new placement with the legal status unchanged.',
    },
    (pair) => /^[PT]$/.test(pair.later.value('RNE')) && (!hasSameStatus(pair) || hasSamePlacement(pair)),
  ),
  eachSuccession(
    'Episodes',
    {
      code: '436',
      fields: fieldsOfChange,
      message:
        'Reason for new episode is that both child’s placement and legal status have changed, but this is not reflected in the episode data.',
      whatToDo: 'Correct RNE, or enter both the new placement and the new legal status.',
    },
    (pair) => /^[BU]$/.test(pair.later.value('RNE')) && (hasSameStatus(pair) || hasSamePlacement(pair)),
  ),
  sameNeed,
];
