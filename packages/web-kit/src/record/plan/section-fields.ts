import type { CarePlanSectionKind, PlanEditionFragment } from '../../generated/operations.ts';
import type { RecordField } from '../form/record-field.ts';
import type { InitialValue } from '../form/record-form-field.tsx';
import { permanenceAims, sectionWords } from './plan-words.ts';

/** The questions about one section of a plan; a correction of what was agreed says why. */
export function sectionFields(
  { kind, status }: Pick<PlanEditionFragment, 'kind' | 'status'>,
  section: CarePlanSectionKind,
): readonly RecordField[] {
  return [
    ...(kind === 'CARE' ? (questionsOf[section] ?? []) : []),
    {
      kind: 'words',
      name: 'text',
      label: sectionWords[section].title,
      rows: 10,
      notKnown: 'notKnown',
      missing: 'Write the section, or say why there is nothing to write yet',
    },
    ...(status === 'AGREED'
      ? [
          {
            kind: 'text',
            name: 'reason',
            label: 'Why do you correct what was agreed?',
            missing: 'Enter why you correct what was agreed',
          } as const satisfies RecordField,
        ]
      : []),
  ];
}

const questionsOf: Partial<Record<CarePlanSectionKind, readonly RecordField[]>> = {
  PERMANENCE: [
    {
      kind: 'choice',
      name: 'permanenceAim',
      label: 'What does the plan work towards?',
      choices: permanenceAims,
      missing: 'Choose what the plan works towards',
    },
  ],
  PLACEMENT: [
    {
      kind: 'yes-no',
      name: 'placementToLastUntil18',
      label: 'Is the placement meant to last until the child is 18?',
      hint: 'It says how often visits are due.',
      missing: 'Say whether the placement is meant to last until the child is 18',
    },
  ],
};

/** What the form of a section begins with. */
export function sectionInitial(
  plan: Pick<PlanEditionFragment, 'sections' | 'permanenceAim' | 'placementToLastUntil18'>,
  section: CarePlanSectionKind,
): Readonly<Record<string, InitialValue>> {
  const found = plan.sections.find((one) => one.section === section);
  const { permanenceAim, placementToLastUntil18 } = plan;
  return { text: found?.text, notKnown: found?.notKnown, permanenceAim, placementToLastUntil18 };
}

/**
 * The graph’s input of what the form says of a section. What the plan works towards is sent only where it was changed:
 * somebody else may have changed it meanwhile.
 */
export function sectionInput(
  answers: Readonly<Record<string, unknown>>,
  plan: Pick<PlanEditionFragment, 'status' | 'permanenceAim'>,
  section: CarePlanSectionKind,
): Readonly<Record<string, unknown>> {
  const { text = null, notKnown = null, reason, permanenceAim, placementToLastUntil18 } = answers;
  return {
    sections: [{ section, text, notKnown }],
    ...(permanenceAim === undefined || permanenceAim === plan.permanenceAim ? {} : { permanenceAim }),
    ...(placementToLastUntil18 === undefined ? {} : { placementToLastUntil18 }),
    ...(plan.status === 'AGREED' ? { reason } : {}),
  };
}
