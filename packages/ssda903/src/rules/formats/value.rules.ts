import type { ChildRows } from '../../checking/child-rows.ts';
import { isValidCode } from '../../code-sets/code-set.ts';
import { isReadableDate } from '../../reading/normalise-cell.ts';
import { isInYear, isFemale, isMale, isShortBreak } from '../care-status.ts';
import { nothing } from '../row-rule.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

const pupilNumber = /^(?:(?![IOS])[A-Z](?:\d{12}|\d{11}[A-Z])|UN[1-5])$/;
const score = /^(?:[0-9]|[1-3][0-9]|40)$/;
const placesWithoutProvider = new Set(['T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14']);

const unaccompanied: Rule = {
  code: '105',
  group: 'formats',
  tables: ['Header'],
  fields: ['UASC'],
  message:
    'Data entry for Unaccompanied Asylum-Seeking Children (UASC) status of child is invalid or has not been completed.',
  whatToDo: 'Enter 1 in UASC when the child is or was unaccompanied in the year, otherwise 0.',
  cannotRun: 'Header has no UASC column in the CSV form of the return; a row in the UASC table takes its place.',
  readsUascFlag: true,
  *check(child): Generator<Finding> {
    for (const row of child.rows('Header')) {
      const { uasc } = row.source;
      if (uasc !== undefined && uasc !== '0' && uasc !== '1') yield { row };
    }
  },
};

function isInCare(child: ChildRows, context: CheckContext): boolean {
  return child.episodes().some((episode) => isInYear(episode, context) && !isShortBreak(episode));
}

const mother: Rule = {
  code: '165',
  group: 'formats',
  tables: ['Header', 'Episodes'],
  fields: ['MOTHER', 'SEX'],
  message: 'Data entry for mother status is invalid.',
  whatToDo:
    'Enter 0 or 1 in MOTHER for a girl or woman who was looked after in the year; leave it blank for a boy or man.',
  check(child, context): readonly Finding[] {
    return child.rows('Header').flatMap((row): readonly Finding[] => {
      if (row.isBlank('MOTHER')) return isFemale(row) && isInCare(child, context) ? [{ row }] : nothing;
      if (!isValidCode('MOTHER', row.value('MOTHER'), context.year)) {
        return [{ row, fields: ['MOTHER'], keepsRowOut: true }];
      }
      return isMale(row) ? [{ row }] : nothing;
    });
  },
};

const upn: Rule = {
  code: '168',
  group: 'formats',
  tables: ['Header'],
  fields: ['UPN'],
  message: 'Unique Pupil Number (UPN) is not valid. If unknown, default codes should be UN1, UN2, UN3, UN4 or UN5.',
  whatToDo: 'Enter the 13 characters of the pupil number, or UN1 to UN5 with the reason it is not known.',
  *check(child): Generator<Finding> {
    for (const row of child.rows('Header')) {
      if (!row.isBlank('UPN') && !pupilNumber.test(row.value('UPN'))) yield { row };
    }
  },
};

const provider: Rule = {
  code: '178',
  group: 'formats',
  tables: ['Episodes'],
  fields: ['PLACE_PROVIDER', 'PLACE'],
  message: 'Placement provider code is not a valid code.',
  whatToDo: 'Use PR0 to PR5, and leave it blank for temporary and other placements (T0 to T4, Z).',
  *check(child, { year }): Generator<Finding> {
    for (const row of child.rows('Episodes')) {
      if (row.isBlank('PLACE_PROVIDER')) continue;
      if (!isValidCode('PLACE_PROVIDER', row.value('PLACE_PROVIDER'), year)) {
        yield { row, fields: ['PLACE_PROVIDER'], keepsRowOut: true };
      } else if (placesWithoutProvider.has(row.value('PLACE'))) {
        yield { row };
      }
    }
  },
};

const strengthsScore: Rule = {
  code: '180',
  group: 'formats',
  tables: ['OC2'],
  fields: ['SDQ_SCORE'],
  message: 'Data entry for the strengths and difficulties questionnaire (SDQ) score is invalid.',
  whatToDo: 'Enter a whole number from 0 to 40, or leave it blank and give the reason in SDQ_REASON.',
  *check(child): Generator<Finding> {
    for (const row of child.rows('OC2')) {
      if (!row.isBlank('SDQ_SCORE') && !score.test(row.value('SDQ_SCORE'))) yield { row, keepsRowOut: true };
    }
  },
};

const permanenceDate: Rule = {
  code: '632',
  group: 'formats',
  tables: ['PrevPerm', 'Episodes'],
  fields: ['DATE_PERM'],
  message:
    'Date of previous permanence order not a valid value. NOTE: This rule may result in false negatives where the period of care started before the current collection year',
  whatToDo:
    'Write DATE_PERM as DD/MM/YYYY, before the child began to be looked after; put ZZ for parts that are not known.',
  *check(child): Generator<Finding> {
    const begun = child.episodes()[0]?.date('DECOM') ?? null;
    for (const row of child.rows('PrevPerm')) {
      if (row.isBlank('DATE_PERM')) continue;
      const date = row.date('DATE_PERM');
      if (!isReadableDate(row.value('DATE_PERM'), 'partial-date')) yield { row, keepsRowOut: true };
      else if (date !== null && begun !== null && date >= begun) yield { row };
    }
  },
};

const socialWorkerNumber: Rule = {
  code: 'SW02STG1',
  group: 'formats',
  tables: ['SWEpisodes'],
  fields: ['SW_ID'],
  message: 'Social worker ID does not begin with the characters ‘SW’ or ‘XX’.',
  whatToDo: "Enter the social worker's number at Social Work England, which begins with SW.",
  *check(child): Generator<Finding> {
    for (const row of child.rows('SWEpisodes')) {
      if (!row.isBlank('SW_ID') && !/^(?:SW|XX)/.test(row.value('SW_ID'))) yield { row };
    }
  },
};

/** The published rules on single values that ask more than whether a cell can be read. */
export const valueRules: readonly Rule[] = [
  unaccompanied,
  mother,
  upn,
  provider,
  strengthsScore,
  permanenceDate,
  socialWorkerNumber,
];
