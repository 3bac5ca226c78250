import type { SurveyGroup } from '../generated/operations.ts';
import type { RecordField } from '../record/form/record-field.ts';
import { groupMeanings, groupNames } from './survey-words.ts';
import { linesOf } from './survey-fields.ts';

/** The questions of an invitation: whom, and how they are found. */
export function inviteFields(groups: readonly SurveyGroup[]): RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'group',
      label: 'Which group do you invite?',
      missing: 'Choose which group you invite',
      choices: groups.map((group) => ({ value: group, text: groupNames[group], hint: groupMeanings[group] })),
    },
    {
      kind: 'choice',
      name: 'how',
      label: 'How are they found?',
      missing: 'Choose how they are found',
      choices: [
        { value: 'staff', text: 'Everybody in post today', hint: 'You are given a link for each, to pass on.' },
        { value: 'addresses', text: 'By e-mail address', hint: 'They are sent their link, where e-mail is set up.' },
      ],
    },
    {
      kind: 'words',
      name: 'addresses',
      label: 'E-mail addresses',
      hint: 'One on each line.',
      missing: 'Enter at least one e-mail address',
      rows: 8,
      isShown: ({ how }) => how === 'addresses',
    },
  ];
}

/** What was answered, as the graph takes it. */
export function inviteInput(
  answers: Readonly<Record<string, unknown>>,
  o: { readonly waveId: string; readonly practice: string | null },
): Readonly<Record<string, unknown>> {
  const { group, how, addresses } = answers;
  const staff = o.practice === null ? {} : { practice: o.practice };
  return {
    waveId: o.waveId,
    group,
    ...(how === 'addresses' ? { addresses: linesOf(String(addresses).replaceAll(/[,;]/g, '\n')) } : { staff }),
  };
}
