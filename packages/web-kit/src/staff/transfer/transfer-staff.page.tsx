import { useState } from 'react';
import { Link } from '../../components/link.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Breadcrumbs, type Crumb } from '../../components/wayfinding.tsx';
import { formatDate } from '../../format/format.ts';
import { TransferEmployersDocument, type TransferStaffMutation } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { LeftNotice } from '../../record/form/left-notice.tsx';
import { RecordForm } from '../../record/form/record-form.tsx';
import { useNavigate, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { moveFields, moveOfAddress, type Move } from './transfer-fields.ts';
import { TransferForm } from './transfer-form.tsx';

/** What the page of a move of staff needs from the module it stands in. */
export interface TransferStaffPageProps {
  /** The page's own address. */
  readonly path: string;
  /** The list of moves, last of the way back to it. */
  readonly crumbs: readonly [...Crumb[], Crumb];
  /** Where the list of moves is. */
  readonly movesPath: string;
}

/** A move of staff that is on record. */
export type Moved = Extract<TransferStaffMutation['result'], { __typename: 'TransferStaffSuccess' }>['transfer'];

const TITLE = 'Move staff';

/** Moves staff between the authority and a practice: first between whom and when, then who, then what came of it. */
export function TransferStaffPage({ path, crumbs, movesPath }: TransferStaffPageProps) {
  const { organisation, role, laCode } = useViewer();
  const la = laCode ?? '';
  const isManager = role === 'la-manager';
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const [moved, setMoved] = useState<Moved | null>(null);
  const operation = useOperation(TransferEmployersDocument, { la }, { isEnabled: isManager });
  const move = moveOfAddress(search, la);
  return (
    <Page
      title={moved ? 'The move is on record' : TITLE}
      caption={organisation}
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      {isManager ? (
        <Part what="The practices" operation={operation} shape="text" count={4}>
          {({ localAuthority }) => {
            const practices = localAuthority?.practices ?? [];
            if (!localAuthority || practices.length === 0) {
              return <EmptyState title="No practice serves the authority: there is nobody to move staff to." />;
            }
            const practice = practices.find(({ id }) => id === move?.practice);
            if (!move || !practice)
              return <BetweenWhom practices={practices} {...{ path, movesPath }} onFaults={setHasErrors} />;
            const names = namesOf(move, localAuthority.name, practice.name);
            return moved ? (
              <WhatCameOfIt moved={moved} names={names} movesPath={movesPath} />
            ) : (
              <>
                <Between move={move} names={names} path={path} />
                <TransferForm
                  key={search.toString()}
                  move={move}
                  movesPath={movesPath}
                  onFaults={setHasErrors}
                  onDone={setMoved}
                />
              </>
            );
          }}
        </Part>
      ) : (
        <EmptyState title="Moves of staff are recorded by the authority’s managers." />
      )}
    </Page>
  );
}

interface Names {
  readonly from: string;
  readonly to: string;
}

function namesOf({ direction }: Move, authority: string, practice: string): Names {
  return direction === 'to-practice' ? { from: authority, to: practice } : { from: practice, to: authority };
}

function BetweenWhom(props: {
  readonly practices: Parameters<typeof moveFields>[0];
  readonly path: string;
  readonly movesPath: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { practices, path, movesPath, onFaults } = props;
  const navigate = useNavigate();
  const fields = moveFields(practices);
  const choose = ({ practice, direction, on }: Readonly<Record<string, unknown>>) => {
    navigate(`${path}?${new URLSearchParams({ practice, direction, on } as Record<string, string>)}`);
    return Promise.resolve({ __typename: 'Chosen' });
  };
  return (
    <RecordForm
      fields={fields}
      initial={practices.length === 1 ? { practice: practices[0]?.id } : {}}
      send={choose}
      onDone={() => undefined}
      onFaults={onFaults}
      submit="Continue"
      done=""
      cancelTo={movesPath}
    />
  );
}

function Between({ move, names, path }: { readonly move: Move; readonly names: Names; readonly path: string }) {
  const change = { text: 'Change', to: path };
  return (
    <SummaryList
      rows={[
        { key: 'From', value: names.from, actions: [{ ...change, about: 'whom they leave' }] },
        { key: 'To', value: names.to, actions: [{ ...change, about: 'whom they join' }] },
        {
          key: 'First day with the new employer',
          value: formatDate(move.on),
          actions: [{ ...change, about: 'the first day' }],
        },
      ]}
    />
  );
}

function WhatCameOfIt(props: { readonly moved: Moved; readonly names: Names; readonly movesPath: string }) {
  const { moved, names, movesPath } = props;
  return (
    <>
      <LeftNotice />
      <SummaryList
        rows={[
          { key: 'From', value: names.from },
          { key: 'To', value: names.to },
          { key: 'First day with the new employer', value: formatDate(moved.on) },
          { key: 'Who moves', value: moved.workers.map(({ id, name }) => name ?? id).join(', ') },
          {
            key: 'Guarantee',
            value: moved.guaranteeUntil === null ? 'None' : `Until ${formatDate(moved.guaranteeUntil)}`,
          },
        ]}
      />
      <p className="govuk-body">
        Their new employer can now record which posts they hold. Rates of turnover count them as leaving and as
        starting.
      </p>
      <p className="govuk-body">
        <Link to={movesPath}>See all moves of staff</Link>
      </p>
    </>
  );
}
