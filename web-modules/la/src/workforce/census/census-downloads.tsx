import { Button, ButtonGroup, runOperation, saveFile } from '@mainstay/web-kit';
import { useState } from 'react';
import { CensusFilesDocument } from '../../generated/operations.ts';

/** Saves the faults of a census as a CSV file. */
export function CsvFileButton({ year, text }: { readonly year: number; readonly text: string }) {
  return (
    <Button type="button" kind="secondary" onClick={() => saveFile(`workforce-census-${year}-faults.csv`, text)}>
      Download the faults
    </Button>
  );
}

/** Asks for a census that is held as XML, and for its faults, only when they are wanted: both are large. */
export function CensusDownloads({ la, year }: { readonly la: string; readonly year: number }) {
  const [fault, setFault] = useState<string | null>(null);
  const save = async (what: 'xml' | 'faults') => {
    const { data } = await runOperation(CensusFilesDocument, { la, year });
    const census = data.localAuthority?.workforceCensus;
    const text = what === 'xml' ? census?.xml : census?.faultsCsv;
    if (!text) throw new Error('There is nothing to download.');
    if (what === 'xml') saveFile(`workforce-census-${year}.xml`, text, 'application/xml');
    else saveFile(`workforce-census-${year}-faults.csv`, text);
  };
  const click = (what: 'xml' | 'faults') => () => {
    setFault(null);
    save(what).catch((error: Error) => setFault(error.message));
  };
  return (
    <>
      {fault && (
        <p className="govuk-error-message" role="alert">
          {fault}
        </p>
      )}
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={click('xml')}>
          Download the census as XML
        </Button>
        <Button type="button" kind="secondary" onClick={click('faults')}>
          Download the faults
        </Button>
      </ButtonGroup>
    </>
  );
}
