import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Select } from '../components/fields.tsx';
import { Table } from '../components/table.tsx';
import { formatNumber } from '../format/format.ts';
import { FigureByGroupDocument, type MeasureBreakdown } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Part } from '../page/part.tsx';
import { missingInWords, valueInWords } from './measure-words.ts';
import type { Measure } from './measure.ts';

interface FigureByGroupProps {
  readonly la: string;
  readonly measure: Measure;
}

const BREAKDOWNS: readonly { readonly value: MeasureBreakdown; readonly text: string }[] = [
  { value: 'AGE', text: 'Age' },
  { value: 'ETHNICITY', text: 'Ethnicity' },
  { value: 'SEX', text: 'Sex' },
  { value: 'DISABILITY', text: 'Disability' },
  { value: 'NEED', text: 'Need' },
  { value: 'PLACEMENT', text: 'Where they live' },
];

/** One figure told apart by groups of children, once it is asked for. */
export function FigureByGroup(props: FigureByGroupProps) {
  const [by, setBy] = useState<MeasureBreakdown | null>(null);
  const { title, code } = props.measure.indicator;
  if (by === null) {
    return (
      <Button kind="secondary" type="button" onClick={() => setBy('AGE')}>
        Show by group<span className="govuk-visually-hidden">: {title}</span>
      </Button>
    );
  }
  return (
    <>
      <Select
        name={`by-${code}`}
        label="Show by"
        choices={BREAKDOWNS}
        value={by}
        onChange={(value) => setBy(BREAKDOWNS.find((one) => one.value === value)?.value ?? 'AGE')}
      />
      <GroupTable {...props} by={by} />
    </>
  );
}

function GroupTable({ la, measure, by }: FigureByGroupProps & { readonly by: MeasureBreakdown }) {
  const { indicator, from, to } = measure;
  const operation = useOperation(FigureByGroupDocument, { la, indicator: indicator.code, by, from, to });
  return (
    <Part what={indicator.title} operation={operation} shape="table" count={6}>
      {({ localAuthority }) =>
        localAuthority ? (
          <Table
            caption={indicator.title}
            captionSize="s"
            columns={[
              { key: 'group', head: 'Group', cell: ({ title }) => title },
              {
                key: 'value',
                head: 'Figure',
                isNumeric: true,
                cell: ({ result }) =>
                  result.__typename === 'Known'
                    ? valueInWords(result.value, result.unit)
                    : missingInWords(result).heading,
              },
              {
                key: 'count',
                head: 'Of how many',
                isNumeric: true,
                cell: ({ result }) =>
                  result.__typename === 'Known'
                    ? `${formatNumber(result.numerator ?? 0)} of ${formatNumber(result.denominator ?? 0)}`
                    : '–',
              },
            ]}
            rows={localAuthority.childMeasuresBy}
            rowKey={({ group }) => group}
            hasRowHeads
            isDense
          />
        ) : (
          <EmptyState title="There are no figures that you may see." />
        )
      }
    </Part>
  );
}
