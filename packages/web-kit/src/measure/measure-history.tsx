import { CsvDownload } from '../chart/csv-download.tsx';
import { TimeChart } from '../chart/time-chart.tsx';
import { Details } from '../components/details.tsx';
import { Table } from '../components/table.tsx';
import {
  findingOf,
  MEASURE_CSV_COLUMNS,
  measureCsvRows,
  SERIES_COLUMNS,
  seriesOf,
  seriesRows,
} from './measure-series.ts';
import { valueInWords } from './measure-words.ts';
import type { Measure } from './measure.ts';

/** A figure over the years: a chart when at least one year is known, the same as a table, and the same as a CSV file. */
export function MeasureHistory({ history, group }: { readonly history: readonly Measure[]; readonly group: string }) {
  const indicator = history[0]?.indicator;
  if (!indicator) return null;
  const points = seriesOf(history);
  const isKnown = points.some((point) => point.value !== null);
  return (
    <>
      {isKnown && (
        <TimeChart
          title={indicator.title}
          finding={findingOf(history)}
          points={points}
          tickLabel={(value) => valueInWords(value, indicator.unit).replace('.0', '').replace(' years', '')}
        />
      )}
      <Details
        summary={
          <>
            Show as a table<span className="govuk-visually-hidden">: {indicator.title}</span>
          </>
        }
      >
        <Table
          caption={indicator.title}
          captionSize="s"
          columns={SERIES_COLUMNS.map((head, index) => ({
            key: head,
            head,
            cell: (row: string[]) => row[index],
            isNumeric: index > 0,
          }))}
          rows={seriesRows(history)}
          rowKey={(row) => row[0] ?? ''}
          hasRowHeads
          isDense
        />
        <CsvDownload
          fileName={`${indicator.code}.csv`}
          of={indicator.title}
          columns={MEASURE_CSV_COLUMNS}
          rows={measureCsvRows(group, history)}
        />
      </Details>
    </>
  );
}
