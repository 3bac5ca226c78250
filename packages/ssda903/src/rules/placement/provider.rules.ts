import type { ReturnRow } from '../../checking/return-row.ts';
import { presentCode } from '../../reference/authorities.ts';
import { normalPostcode } from '../../reference/postcodes.ts';
import type { Provider } from '../../reference/providers.ts';
import { isShortBreak } from '../care-status.ts';
import { eachRow } from '../row-rule.ts';
import type { CheckContext, Rule } from '../rule.ts';

type Episode = ReturnRow<'Episodes'>;

/** Written where a setting has no number of its own. */
const noNumber = /^X{6,7}$/;

const hasNumber = (row: Episode): boolean => !row.isBlank('URN') && !noNumber.test(row.value('URN'));

/** A rule that compares an episode with what Ofsted's list says of its setting. Settings not in the list are left to 1008. */
function agreesWithList(
  text: Pick<Rule, 'code' | 'fields' | 'message' | 'whatToDo'> & Partial<Pick<Rule, 'needs'>>,
  isFault: (row: Episode, provider: Provider, context: CheckContext) => boolean,
): Rule {
  return eachRow('Episodes', { group: 'placement', needs: ['providers'], ...text }, (row, _child, context) => {
    const provider = hasNumber(row) ? context.providers?.find(row.value('URN')) : undefined;
    return provider !== undefined && isFault(row, provider, context);
  });
}

/** The settings whose own postcode is where the child lives. Supported accommodation joined them in 2025. */
function livesAtSetting(row: Episode, year: number): boolean {
  return (year < 2025 ? /^(?:K1|K2|R3|S1)$/ : /^(?:K1|K2|K3|R3|S1)$/).test(row.value('PLACE'));
}

/** The authority of a setting, by the list or else by its postcode; null when neither tells. */
function authorityOf(provider: Provider, { postcodes }: CheckContext): string | null {
  const code = provider.laCode ?? (provider.postcode === null ? null : postcodes?.find(provider.postcode)?.laCode);
  return code ? presentCode(code) : null;
}

const takeFromList = "Compare with Ofsted's list: correct URN, or what the list says differently.";

/** The published rules that look the setting up in Ofsted's list. What the list leaves out is not judged. */
export const providerRules: readonly Rule[] = [
  agreesWithList(
    {
      code: '219',
      fields: ['URN', 'PLACE'],
      message:
        "The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement type recorded.",
      whatToDo: takeFromList,
    },
    (row, { placementCodes }) =>
      placementCodes.length > 0 && !row.isBlank('PLACE') && !placementCodes.includes(row.value('PLACE')),
  ),
  agreesWithList(
    {
      code: '221',
      fields: ['PL_POST', 'URN'],
      message:
        "The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement postcode provided.",
      whatToDo: takeFromList,
    },
    (row, { postcode }, { year }) =>
      postcode !== null &&
      !row.isBlank('PL_POST') &&
      livesAtSetting(row, year) &&
      !isShortBreak(row) &&
      normalPostcode(row.value('PL_POST')) !== normalPostcode(postcode),
  ),
  agreesWithList(
    {
      code: '224',
      fields: ['PLACE_PROVIDER', 'URN'],
      message:
        "The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement provider recorded.",
      whatToDo: takeFromList,
    },
    (row, { providerCodes }) =>
      providerCodes.length > 0 &&
      !row.isBlank('PLACE_PROVIDER') &&
      !providerCodes.includes(row.value('PLACE_PROVIDER')),
  ),
  agreesWithList(
    {
      code: '227',
      fields: ['URN', 'DECOM'],
      message: 'Ofsted Unique reference number (URN) is not valid for the episode start date.',
      whatToDo: 'Enter the number of the setting the child was placed in: this one had ceased to be registered.',
    },
    (row, { registrationEndedOn }) => registrationEndedOn !== null && (row.date('DECOM') ?? '') >= registrationEndedOn,
  ),
  agreesWithList(
    {
      code: '228',
      fields: ['URN', 'DEC'],
      message:
        'Ofsted Unique reference number (URN) is not valid for the episode end date [NOTE: may give false positives on open episodes at providers who close during the year]',
      whatToDo: 'End the episode on the day the setting ceased to be registered, or correct URN.',
    },
    (row, { registrationEndedOn }, { end }) =>
      registrationEndedOn !== null && (row.isBlank('DEC') ? end : (row.date('DEC') ?? '')) > registrationEndedOn,
  ),
  agreesWithList(
    {
      code: '229',
      needs: ['providers', 'authority'],
      fields: ['URN', 'PLACE_PROVIDER'],
      message:
        "Placement provider does not match between the placing authority and the local authority code of the provider. [NOTE: The provider's LA code is inferred from the its postcode, and may be inaccurate in some cases.]",
      whatToDo: 'Enter PR1 for own provision, PR2 for that of another authority; or correct URN.',
    },
    (row, provider, context) => {
      if (!/^PR[12]$/.test(row.value('PLACE_PROVIDER')) || context.laCode === null) return false;
      const authority = authorityOf(provider, context);
      const isOwn = authority === presentCode(context.laCode);
      return authority !== null && isOwn !== (row.value('PLACE_PROVIDER') === 'PR1');
    },
  ),
  eachRow(
    'Episodes',
    {
      code: '1008',
      group: 'placement',
      needs: ['providers'],
      fields: ['URN'],
      message: 'Ofsted Unique Reference Number (URN) is not valid.',
      whatToDo: "Enter the setting's number as Ofsted's list has it, or load a newer list.",
    },
    (row, _child, { providers }) => hasNumber(row) && !providers?.find(row.value('URN')),
  ),
];
