import { Button, ButtonGroup } from '../../components/button.tsx';
import { formatDate } from '../../format/format.ts';
import {
  ChangePlacementDocument,
  ChildPlacementsDocument,
  RecordPlacementArrangementDocument,
  type ChildPlacementsQuery,
  type PlacementSpellFragment,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import type { CareChange } from '../care-change/care-change.ts';
import { Spell, timeInWords } from '../care-change/spell.tsx';
import type { EntryKind, EntrySection, Found, LeadAt } from '../entries/entry-kind.ts';
import { entryRows } from '../entries/entry-rows.ts';
import { RecordedBy } from '../recorded-by.tsx';
import { arrangementFields, matchFields, moveFields } from './placement-fields.ts';

type Subject = Found<ChildPlacementsQuery>;

const arrangements: EntryKind<Subject> = {
  path: 'arrangements',
  title: 'What decides how often visits are due',
  one: 'an arrangement',
  empty: 'Nothing is recorded that changes how often visits are due.',
  emptyHint: 'Record it for a child who is with a parent or a relative before they are fully assessed or approved.',
  fields: ({ subject }) =>
    arrangementFields(
      subject.child.placements
        .toReversed()
        .map(({ startedOn, type }) => ({ value: startedOn, text: `${formatDate(startedOn)}: ${type.meaning}` })),
    ),
  entriesOf: ({ child }) => child.placementArrangements,
  headOf: ({ startedOn }) => `Placement from ${formatDate(String(startedOn))}`,
  inHead: ['startedOn'],
  mutation: RecordPlacementArrangementDocument,
};

function Placements({ child, at }: Subject & { readonly at: LeadAt }) {
  const { base, mayRecord } = at;
  const present = presentPlacement(child);
  const back = present?.isTemporary ? interruptedBy(child) : undefined;
  return (
    <>
      {mayRecord && present && (
        <ButtonGroup>
          <Button to={`${base}/change`}>Change the placement</Button>
          {back && (
            <Button kind="secondary" to={`${base}/change?back`}>
              End the temporary placement
            </Button>
          )}
        </ButtonGroup>
      )}
      <h2 className="govuk-heading-m">Placements</h2>
      {child.placements.length === 0 && <EmptyState title="No placements are on record." />}
      {child.placements.toReversed().map((placement) => (
        <Spell key={placement.id} id={placement.id} heading={headOf(placement)} rows={rowsOf(placement)}>
          {placement.match && <RecordedBy recorded={placement.match.recorded} />}
        </Spell>
      ))}
    </>
  );
}

function headOf(placement: PlacementSpellFragment): string {
  const { type, isTemporary } = placement;
  return `${timeInWords(placement)}: ${type.meaning}${isTemporary ? ' (temporary)' : ''}`;
}

function rowsOf({
  provider,
  urn,
  isSameCarer,
  distanceFromHomeMiles,
  isInsideAuthority,
  reasonEnded,
  match,
}: PlacementSpellFragment) {
  const answers =
    match && Object.fromEntries(Object.entries(match).map(([name, value]) => [`placement.match.${name}`, value]));
  return [
    ...(provider ? [{ key: 'Provider', value: provider.meaning }] : []),
    ...(urn ? [{ key: 'Ofsted’s number', value: urn }] : []),
    ...(isSameCarer ? [{ key: 'Carers', value: 'The same as before' }] : []),
    {
      key: 'Distance from home',
      value: distanceFromHomeMiles === null ? 'Not known: a postcode is missing' : `${distanceFromHomeMiles} miles`,
    },
    ...(isInsideAuthority === null
      ? []
      : [{ key: 'In the authority’s area', value: isInsideAuthority ? 'Yes' : 'No' }]),
    ...(answers ? entryRows(matchFields(), answers) : []),
    ...(reasonEnded ? [{ key: 'Why it ended', value: reasonEnded.meaning }] : []),
  ];
}

/** The placement in which the child is now: a temporary one before the one it interrupts. */
export function presentPlacement({
  placements,
}: Pick<Subject['child'], 'placements'>): PlacementSpellFragment | undefined {
  return (
    placements.findLast(({ endedOn, isTemporary }) => endedOn === null && isTemporary) ??
    placements.findLast(({ endedOn }) => endedOn === null)
  );
}

/** The placement to which a child comes back from a temporary one. */
export function interruptedBy({
  placements,
}: Pick<Subject['child'], 'placements'>): PlacementSpellFragment | undefined {
  return placements.findLast(({ endedOn, isTemporary }) => endedOn === null && !isTemporary);
}

/** Where a child lives and lived. */
export const placementSection: EntrySection<Subject> = {
  path: 'placements',
  title: 'Placements',
  part: 'PLACEMENTS',
  query: ChildPlacementsDocument,
  lead: ({ child }, at) => <Placements child={child} at={at} />,
  kinds: [arrangements],
};

/** A move, also into a temporary placement and back. */
export const placementChange: CareChange<Subject> = {
  path: 'change',
  title: 'Change the placement',
  section: placementSection,
  now: ({ subject }) => {
    const present = presentPlacement(subject.child);
    return <p className="govuk-body">Now: {present ? headOf(present) : 'no placement is on record'}.</p>;
  },
  fields: ({ head }) => moveFields(!head.withheldParts.includes('LEGAL_STATUSES')),
  startOf: ({ subject, search }) => {
    const back = search.has('back') ? interruptedBy(subject.child) : undefined;
    if (!back) return {};
    return {
      'placement.type': back.type.code,
      'placement.provider': back.provider?.code ?? '',
      'placement.urn': back.urn ?? '',
    };
  },
  mutation: ChangePlacementDocument,
};
