import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { InsetText, Tag, WarningText } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount } from '../../format/format.ts';
import type { PlanFragment } from '../../generated/operations.ts';
import { formatFte } from '../employment/staff-words.ts';
import { formatLoad, stateInWords } from './caseload-words.ts';

/** A plan of who takes over which child, with its reasons, and what it does to everybody's load. */
export function PlanView(props: {
  readonly plan: PlanFragment;
  readonly childName: (child: PlanFragment['moves'][number]['child']) => string;
  /** Where the plan is made true; null for those who may not. */
  readonly makeTo: string | null;
}) {
  const { plan, childName, makeTo } = props;
  return (
    <>
      <h2 className="govuk-heading-m">Who could take over</h2>
      <InsetText>
        This is {plan.isBest ? 'the least disruptive way by the rules' : 'the least disruptive way that was found'}:
        first within the limits, then to somebody the child knows, brothers and sisters together, and the load spread
        evenly. Whoever knows the child may know better: each move can be changed on the next page.
      </InsetText>
      {plan.notPlaced.length > 0 && (
        <WarningText>
          For {formatCount(plan.notPlaced.length, 'child', 'children')} there is nobody:{' '}
          {plan.notPlaced.map(({ child, reason }) => `${childName(child)} (${reason})`).join('; ')}
        </WarningText>
      )}
      <Table
        caption={`${formatCount(plan.moves.length, 'move')} and why`}
        captionSize="s"
        hasRowHeads
        isDense
        rows={plan.moves}
        rowKey={({ child }) => child.id}
        columns={[
          { key: 'child', head: 'Child', cell: ({ child }) => childName(child) },
          { key: 'to', head: 'To', cell: ({ to }) => to.name ?? to.id },
          {
            key: 'why',
            head: 'Why',
            cell: ({ reasons }) => (
              <ul className="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Loads plan={plan} />
      <p className="govuk-body-s">
        Where no contract says how many children one worker may lead, the limit is a share by hours of what the practice
        may look after, among those who stay.
      </p>
      {makeTo && plan.moves.length > 0 && <Button to={makeTo}>Make these changes</Button>}
      <Details summary="How the plan is made">
        <p>
          Every way to share the children among colleagues of the same employer is compared, whose post and registration
          are in force on the day. Best is the way in which fewest children are left without anybody within the limits;
          then most go to somebody who led them before or visited them often; then most brothers and sisters share one
          worker; then most stay in their team and authority; then fewest come to somebody who is likely to leave within
          a year; then the load weighted by need is spread most evenly by hours. Rules, version {plan.ruleVersion}.
        </p>
      </Details>
    </>
  );
}

/** Everybody's load as it is and as it would be. */
function Loads({ plan }: { readonly plan: PlanFragment }) {
  return (
    <Table
      caption="Loads before and after"
      captionSize="s"
      hasRowHeads
      isDense
      rows={plan.candidates}
      rowKey={({ worker }) => worker.id}
      columns={[
        { key: 'worker', head: 'Worker', cell: ({ worker }) => worker.name ?? worker.id },
        {
          key: 'fte',
          head: 'Whole-time',
          isNumeric: true,
          cell: ({ fullTimeEquivalent }) => formatFte(fullTimeEquivalent),
        },
        { key: 'before', head: 'Children now', isNumeric: true, cell: ({ childrenBefore }) => childrenBefore },
        { key: 'after', head: 'Children after', isNumeric: true, cell: ({ childrenAfter }) => childrenAfter },
        {
          key: 'weighted-before',
          head: 'Weighted now',
          isNumeric: true,
          cell: ({ weightedBefore }) => formatLoad(weightedBefore),
        },
        {
          key: 'weighted-after',
          head: 'Weighted after',
          isNumeric: true,
          cell: ({ weightedAfter }) => formatLoad(weightedAfter),
        },
        {
          key: 'limit',
          head: 'Limit',
          isNumeric: true,
          cell: ({ limit }) => (limit === null ? 'None' : formatLoad(limit)),
        },
        {
          key: 'state',
          head: 'Stands after',
          cell: ({ stateAfter }) =>
            stateAfter ? <Tag colour={stateInWords(stateAfter).colour}>{stateInWords(stateAfter).text}</Tag> : '–',
        },
      ]}
    />
  );
}
