import type { SurveyBankQuery } from '../generated/operations.ts';
import type { Answers, RecordField } from '../record/form/record-field.ts';
import { groupMeanings, groupNames, surveyGroups } from './survey-words.ts';

type Theme = SurveyBankQuery['surveyBank'][number];
type Scale = Theme['scales'][number];

/** The name of the question which scales of a theme are asked. */
export const scalesName = (theme: string) => `scales-${theme}`;
/** The name of the question for the words of a licensed scale. */
export const textsName = (scale: string) => `texts-${scale}`;
/** The name of the question for its licence. */
export const licenceName = (scale: string) => `licence-${scale}`;

/** The questions that a survey is designed with: what it is called, what is asked of whom, and when. */
export function designFields(bank: readonly Theme[]): RecordField[] {
  return [
    {
      kind: 'text',
      name: 'title',
      label: 'What is it called?',
      hint: 'Staff see it on their page, such as “Working with children in care”.',
      missing: 'Enter what the survey is called',
    },
    {
      kind: 'words',
      name: 'about',
      label: 'What should staff know about it?',
      hint: 'Say what for you ask, and what you will do with the results. You can leave this empty.',
    },
    {
      kind: 'ticks',
      name: 'groups',
      label: 'Who is asked?',
      hint: 'With several groups, how each changes can be compared.',
      missing: 'Choose at least one group',
      choices: surveyGroups.map((group) => ({ value: group, text: groupNames[group], hint: groupMeanings[group] })),
    },
    ...bank.flatMap(themeFields),
    {
      kind: 'number',
      name: 'leastRespondents',
      label: 'Show results of groups with at least how many answers?',
      hint: '10 to 50. The fewer people a group has, the more its results tell of each: 10 is the least there is.',
      missing: 'Enter a number from 10 to 50',
    },
    ...waveFields(1),
    ...waveFields(2),
  ];
}

function themeFields({ id, name, about, scales }: Theme): RecordField[] {
  return [
    {
      kind: 'ticks',
      name: scalesName(id),
      label: name,
      hint: about,
      choices: scales.map((scale) => ({ value: scale.id, text: scale.name, hint: hintOf(scale) })),
    },
  ];
}

function hintOf({ about, itemCount, isLicensed }: Scale): string {
  const size = itemCount === 1 ? 'One question.' : `${itemCount} questions.`;
  return isLicensed
    ? `${about} Of an instrument under copyright: people enter their score, unless you hold a licence.`
    : `${about} ${size}`;
}

/** The questions about the words of licensed scales, for an organisation that holds a licence. */
export function licensedFields(bank: readonly Theme[]): RecordField[] {
  const isShown = ({ holdsLicence }: Answers) => holdsLicence === 'yes';
  const licensed = bank.flatMap(({ scales }) => scales).filter(({ isLicensed }) => isLicensed);
  return [
    {
      kind: 'true-false',
      name: 'holdsLicence',
      label: 'Do you hold a licence for the words of an instrument under copyright?',
      hint: 'Without one, people enter the score that they worked out with the instrument itself.',
    },
    ...licensed.flatMap((scale): RecordField[] => [
      {
        kind: 'words',
        isShown,
        name: textsName(scale.id),
        label: `${scale.name}: the words of its items`,
        hint: `${scale.itemCount} lines, one for each item, in the order of the published key. Leave empty without a licence.`,
      },
      {
        kind: 'text',
        isShown,
        name: licenceName(scale.id),
        label: `${scale.name}: the licence`,
        hint: 'Who holds it, and its number or date.',
      },
    ]),
  ];
}

/** The questions about the days of a point in time. */
export function waveFields(number: 1 | 2): RecordField[] {
  const which = number === 1 ? 'first' : 'second';
  return [
    {
      kind: 'day',
      name: `waves.${number - 1}.opensOn`,
      label: `The first day of the ${which} time`,
      missing: `Enter the first day of the ${which} time`,
      ...(number === 2 ? { hint: 'After the first time has closed: most changes take a year to show.' } : {}),
    },
    {
      kind: 'day',
      name: `waves.${number - 1}.closesOn`,
      label: `The last day of the ${which} time`,
      missing: `Enter the last day of the ${which} time`,
      ...(number === 1 ? { hint: 'Three to six weeks give people on leave a chance.' } : {}),
    },
  ];
}

/** What was answered, as the graph takes it. */
export function designInput(
  bank: readonly Theme[],
  answers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { key, title, about, groups, leastRespondents, waves } = answers;
  const scaleIds = bank.flatMap(({ id }) => (answers[scalesName(id)] as readonly string[] | undefined) ?? []);
  const licensedItems = scaleIds.flatMap((scaleId) => {
    const texts = linesOf(answers[textsName(scaleId)]);
    return texts.length === 0
      ? []
      : [{ scaleId, texts, licence: (answers[licenceName(scaleId)] as string | null | undefined) ?? '' }];
  });
  return {
    key,
    title,
    about: about ?? '',
    groups,
    scaleIds,
    licensedItems,
    leastRespondents,
    waves: Object.values((waves ?? {}) as Readonly<Record<string, unknown>>),
  };
}

/** The lines of a text that hold something. */
export function linesOf(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : [];
}
