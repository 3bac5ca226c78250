import type { SurveyBankQuery } from '../generated/operations.ts';
import type { RecordField } from '../record/form/record-field.ts';
import type { InitialValue } from '../record/form/record-form-field.tsx';
import { designFields, designInput, licenceName, scalesName, textsName } from './survey-fields.ts';
import type { OneSurvey } from './survey-frame.tsx';

type Bank = SurveyBankQuery['surveyBank'];
type Design = Pick<OneSurvey, 'id' | 'title' | 'about' | 'leastRespondents' | 'scales' | 'licensedItems'>;

/** The questions of a design that can still be answered otherwise: not whom it asks, and not its days. */
export function changeFields(bank: Bank): RecordField[] {
  return designFields(bank).filter(({ name }) => name !== 'groups' && !name.startsWith('waves.'));
}

/** What they hold to begin with: the design as it is. */
export function changeInitial(bank: Bank, survey: Design): Readonly<Record<string, InitialValue>> {
  const asked = new Set(survey.scales.map(({ id }) => id));
  return {
    title: survey.title,
    about: survey.about,
    leastRespondents: survey.leastRespondents,
    holdsLicence: survey.licensedItems.length > 0,
    ...Object.fromEntries(
      bank.map(({ id, scales }) => [
        scalesName(id),
        scales.flatMap((scale) => (asked.has(scale.id) ? [scale.id] : [])),
      ]),
    ),
    ...Object.fromEntries(
      survey.licensedItems.flatMap(({ scaleId, texts, licence }) => [
        [textsName(scaleId), texts.join('\n')],
        [licenceName(scaleId), licence],
      ]),
    ),
  };
}

/**
 * What was answered, as the graph takes it. Scales that stay are asked in the order they were; names of answers, which the
 * form does not ask for, stay with their scale.
 */
export function changeInput(
  bank: Bank,
  survey: Design,
  answers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { title, about, scaleIds, licensedItems, leastRespondents } = designInput(bank, answers) as {
    readonly scaleIds: readonly string[];
    readonly licensedItems: readonly { readonly scaleId: string }[];
    readonly [field: string]: unknown;
  };
  const before = survey.scales.map(({ id }) => id);
  const labelsOf = new Map(survey.licensedItems.map((items) => [items.scaleId, items.labels]));
  return {
    surveyId: survey.id,
    title,
    about,
    leastRespondents,
    scaleIds: [...before.filter((id) => scaleIds.includes(id)), ...scaleIds.filter((id) => !before.includes(id))],
    licensedItems: licensedItems.map((items) => ({ ...items, labels: labelsOf.get(items.scaleId) ?? null })),
  };
}
