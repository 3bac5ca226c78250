import { CsvFileButton } from './census-downloads.tsx';
import {
  EmptyState,
  formatInstant,
  InsetText,
  Link,
  NotificationBanner,
  Part,
  Table,
  useOperation,
  useViewer,
  WarningText,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { WorkforceCensusesDocument, type CensusHeadFragment } from '../../generated/operations.ts';
import { workforceCensusPath } from '../../urls.ts';
import { WorkforcePage } from '../workforce-page.tsx';
import { CensusFaultTable, CensusFindings } from './census-findings.tsx';
import { CensusForm, type ImportedCensus } from './census.form.tsx';
import { outcomeInWords, statusInWords, workersInWords } from './census-words.ts';

/** Who may import a census and have it as a file again. */
export const CENSUS_ROLES = ['la-analyst', 'la-manager'];

/** The workforce census: import or check a file, see what is wrong with it, and which files are held. */
export function CensusesPage() {
  const viewer = useViewer();
  const la = viewer.laCode ?? '';
  const [hasErrors, setHasErrors] = useState(false);
  const [imported, setImported] = useState<ImportedCensus | null>(null);
  const operation = useOperation(WorkforceCensusesDocument, { la }, { keepPrevious: true });
  const mayImport = CENSUS_ROLES.includes(viewer.role);
  return (
    <WorkforcePage section="census" title="Workforce census" hasErrors={hasErrors}>
      {mayImport ? (
        <CensusForm
          la={la}
          onFaults={setHasErrors}
          onImported={(answer) => {
            setImported(answer);
            operation.retry();
          }}
        />
      ) : (
        <InsetText>Your authority’s analysts and managers import the census.</InsetText>
      )}
      {imported && <Outcome key={imported.census.id} imported={imported} />}
      <Part what="Censuses" operation={operation} shape="table" count={4}>
        {({ localAuthority }) => <Censuses censuses={localAuthority?.workforceCensuses ?? []} />}
      </Part>
    </WorkforcePage>
  );
}

function Outcome({ imported }: { readonly imported: ImportedCensus }) {
  const { census } = imported;
  const { heading, isGood } = outcomeInWords(imported);
  return (
    <section aria-label="What came of it">
      {isGood ? (
        <NotificationBanner isSuccess heading={heading} title="Result" />
      ) : (
        <WarningText>{heading}</WarningText>
      )}
      <CensusFindings census={census} rule={(code) => code} />
      {census.faults.edges.length > 0 && (
        <>
          <CensusFaultTable faults={census.faults} />
          <CsvFileButton year={census.year} text={census.faultsCsv} />
        </>
      )}
    </section>
  );
}

function Censuses({ censuses }: { readonly censuses: readonly CensusHeadFragment[] }) {
  return (
    <section aria-labelledby="censuses">
      <h2 className="govuk-heading-m" id="censuses">
        Files of the census
      </h2>
      {censuses.length === 0 ? (
        <EmptyState title="No census is held.">Import the file of a year to see its rates here.</EmptyState>
      ) : (
        <Table
          caption="Files, newest first"
          isCaptionHidden
          rows={censuses}
          rowKey={({ id }) => id}
          hasRowHeads
          columns={[
            {
              key: 'year',
              head: 'Year to 30 September',
              cell: ({ year, status }) =>
                status === 'HELD' ? <Link to={`${workforceCensusPath}/${year}`}>{year}</Link> : year,
            },
            { key: 'status', head: 'What became of it', cell: ({ status }) => statusInWords(status) },
            { key: 'workers', head: 'Workers loaded', cell: workersInWords },
            { key: 'faults', head: 'Faults', isNumeric: true, cell: ({ faultCount }) => faultCount },
            {
              key: 'when',
              head: 'Imported',
              cell: ({ importedAt, importedBy }) =>
                `${formatInstant(importedAt)}${importedBy.name ? ` by ${importedBy.name}` : ''}`,
            },
          ]}
        />
      )}
    </section>
  );
}
