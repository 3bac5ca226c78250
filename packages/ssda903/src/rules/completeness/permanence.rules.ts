import type { Finding, Rule } from '../rule.ts';
import { allOrNone } from './pair-rule.ts';

const adoptionItems = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const;

const adopted: Rule = {
  code: '601',
  group: 'completeness',
  tables: ['Episodes', 'AD1'],
  fields: ['REC', ...adoptionItems],
  message:
    'The additional fields relating to adoption have not been completed although the episode data shows that the child was adopted during the year.',
  whatToDo: "Complete the child's AD1 row, or add one; or correct the reason the episode ceased.",
  *check(child, { start, end }): Generator<Finding> {
    const last = child.episodes().findLast((episode) => {
      const ended = episode.date('DEC');
      return /^E1[12]$/.test(episode.value('REC')) && ended !== null && ended >= start && ended <= end;
    });
    if (!last) return;
    if (child.allRows('AD1').length === 0) yield { row: last, fields: ['REC'] };
    for (const row of child.rows('AD1')) {
      const fields = adoptionItems.filter((column) => row.isBlank(column));
      if (fields.length > 0) yield { row, fields };
    }
  },
};

const previousPermanence: Rule = {
  code: '630',
  group: 'completeness',
  tables: ['Episodes', 'PrevPerm'],
  fields: ['RNE'],
  message: 'Information on previous permanence option should be returned.',
  whatToDo:
    'Add the child to PrevPerm with the previous permanence option, Z1 if there was none; otherwise with the authority and date too.',
  *check(child, { start, end }): Generator<Finding> {
    const begun = child.episodes().filter((episode) => {
      const day = episode.date('DECOM') ?? '';
      return episode.value('RNE') === 'S' && day >= start && day <= end;
    });
    const isReturned = child.allRows('PrevPerm').some((row) => {
      if (row.isBlank('PREV_PERM')) return false;
      return row.value('PREV_PERM') === 'Z1' || (!row.isBlank('LA_PERM') && !row.isBlank('DATE_PERM'));
    });
    if (!isReturned) for (const row of begun) yield { row };
  },
};

/** The published rules on what the tables of adoption and permanence must hold. */
export const permanenceCompletenessRules: readonly Rule[] = [
  allOrNone('PlacedAdoption', {
    code: '119',
    fields: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    message:
      'If the decision is made that a child should no longer be placed for adoption, then the date of this decision and the reason why this decision was made must be completed.',
    whatToDo: 'Enter both the date and the reason of the reversal, or neither.',
  }),
  allOrNone('AD1', {
    code: '151',
    fields: adoptionItems,
    message: 'All data items relating to a childs adoption must be coded or left blank.',
    whatToDo: 'Complete all six items about the adoption.',
  }),
  adopted,
  previousPermanence,
];
