import { systemClock } from '@mainstay/primitives';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { formatAge, formatDate } from '../format/format.ts';
import type { ChildRecordQuery, RecordPart } from '../generated/operations.ts';
import { useViewer, type Audience } from '../session/session.tsx';
import { leadProfessionalInWords } from './lead-professional.ts';
import { withheldReason } from './withheld.ts';

/** A child's record as the page of one child asks for it. */
export type ChildRecord = NonNullable<ChildRecordQuery['child']>;

/** Who the child is and how things stand today, in a few lines. */
export function ChildSummary({ child }: { readonly child: ChildRecord }) {
  const { audience } = useViewer();
  return <SummaryList rows={summaryRows(child, audience)} />;
}

/** Given names and family name; null when none is known to the viewer. */
export function fullName({ name }: Pick<ChildRecord, 'name'>): string | null {
  return name && [name.givenNames, name.familyName].filter(Boolean).join(' ');
}

function summaryRows(child: ChildRecord, audience: Audience): SummaryRow[] {
  const today = systemClock.today();
  const or = (value: string | null | undefined, part: RecordPart, none: string) =>
    value ?? (child.withheldParts.includes(part) ? `Not open to you. ${withheldReason(part, audience)}` : none);
  const placement = child.currentPlacement;
  const officer = child.independentReviewingOfficer;
  return [
    { key: 'Local id', value: child.localId },
    { key: 'Name', value: or(fullName(child), 'NAME', 'Not recorded') },
    { key: 'Age', value: `${formatAge(child.dateOfBirth, today)} (born ${formatDate(child.dateOfBirth)})` },
    { key: 'Sex', value: child.sex.meaning },
    { key: 'Ethnic origin', value: child.ethnicity.meaning },
    ...(child.isUnaccompaniedAsylumSeeker
      ? [{ key: 'Asylum', value: 'Is or was an unaccompanied asylum-seeking child' }]
      : []),
    {
      key: 'Looked after',
      value: or(child.isLookedAfter ? `Yes, by ${child.localAuthority.name}` : null, 'EPISODES', 'Not today'),
    },
    {
      key: 'Legal status',
      value: or(child.currentLegalStatus?.meaning, 'LEGAL_STATUSES', 'None today'),
    },
    {
      key: 'Placement',
      value: or(
        placement && `${placement.type.meaning}, since ${formatDate(placement.startedOn)}`,
        'PLACEMENTS',
        'None today',
      ),
    },
    {
      key: 'Lead professional',
      value: or(
        child.leadProfessional && leadProfessionalInWords(child.leadProfessional),
        'SOCIAL_WORKERS',
        leadProfessionalInWords(null),
      ),
    },
    { key: 'Independent reviewing officer', value: officer ? (officer.name ?? officer.id) : 'None appointed' },
  ];
}
