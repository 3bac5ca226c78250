import type { ReactNode } from 'react';
import { StaffAuthoritiesDocument } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import type { RecordField } from '../../record/form/record-field.ts';
import { useViewer } from '../../session/session.tsx';
import { mayRecordStaff, useStaffPlace } from '../staff-place.ts';

/** The employer of a form's input. */
export interface FormEmployer {
  /** Asks with which authority's children the staff work, where a practice serves several; else no question. */
  readonly field: readonly RecordField[];
  /** The graph's `EmployerInput`, of a form's answers. */
  readonly employerOf: (answers: Readonly<Record<string, unknown>>) => {
    readonly la: string;
    readonly practice: string | null;
  };
}

/** Draws a form about staff for those who record about them, with the employer that its input names. */
export function WithEmployer({ children }: { readonly children: (employer: FormEmployer) => ReactNode }) {
  const place = useStaffPlace();
  const viewer = useViewer();
  const { la, practice } = place;
  const operation = useOperation(
    StaffAuthoritiesDocument,
    { practice: practice ?? '' },
    { isEnabled: practice !== null },
  );
  if (!mayRecordStaff(viewer, place)) return <EmptyState title="This is recorded by the managers of the staff." />;
  if (practice === null) return children(employerAmong([{ id: la ?? '', name: '' }], null));
  return (
    <Part what="The form" operation={operation} shape="text" count={4}>
      {(data) => {
        const contracts = data.practice?.contracts ?? [];
        const live = contracts.filter(({ status }) => status === 'LIVE');
        const authorities = new Map(
          (live.length > 0 ? live : contracts).map(({ localAuthority }) => [localAuthority.id, localAuthority]),
        );
        return children(employerAmong([...authorities.values()], practice));
      }}
    </Part>
  );
}

function employerAmong(
  authorities: readonly { readonly id: string; readonly name: string }[],
  practice: string | null,
): FormEmployer {
  const only = authorities[0]?.id ?? '';
  return {
    field:
      authorities.length > 1
        ? [
            {
              kind: 'choice',
              name: 'employer.la',
              label: 'With which authority’s children do they work?',
              choices: authorities.map(({ id, name }) => ({ value: id, text: name })),
              missing: 'Choose the authority',
            },
          ]
        : [],
    employerOf: (answers) => {
      const asked = answers['employer'] as { readonly la?: string } | undefined;
      return { la: asked?.la ?? only, practice };
    },
  };
}
