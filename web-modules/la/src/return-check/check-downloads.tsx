import {
  Button,
  ButtonGroup,
  Details,
  formatNumber,
  PartMissing,
  runOperation,
  saveFile,
  useOperation,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import {
  ReturnCheckFaultsCsvDocument,
  ReturnTableCsvDocument,
  ReturnTablesOutDocument,
  ReturnXmlDocument,
} from '../generated/operations.ts';

/** Saves the return as it is held now, table by table or whole, and the list of its faults. */
export function CheckDownloads({ year }: { readonly year: number }) {
  const la = useViewer().laCode ?? '';
  const { data } = useOperation(ReturnTablesOutDocument, { la, year });
  const [failure, setFailure] = useState<Error>();
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const save = (work: () => Promise<void>) => {
    setFailure(undefined);
    work().catch(setFailure);
  };
  const saveFaults = async () => {
    const answer = await runOperation(ReturnCheckFaultsCsvDocument, { la, year });
    saveFile(`903-faults-${year}.csv`, answer.data.localAuthority?.returnCheck?.faultsCsv ?? '');
  };
  const saveTable = async (table: string) => {
    const answer = await runOperation(ReturnTableCsvDocument, { la, year, table });
    saveFile(`${table.toLowerCase()}-${year}.csv`, answer.data.localAuthority?.return903Csv ?? '');
  };
  const saveXml = async () => {
    const { data: found } = await runOperation(ReturnXmlDocument, { la, year });
    const xml = found.localAuthority?.return903Xml;
    saveFile(`903-${year}.xml`, xml?.text ?? '');
    setLeftOut(
      (xml?.leftOut ?? []).map(({ table, rows, reason }) => `${table}: ${formatNumber(rows)} rows. ${reason}`),
    );
  };
  return (
    <Details summary="Download the corrected return and the list of faults">
      {failure && <PartMissing what="The file" reason={failure.message} />}
      <ButtonGroup>
        <Button kind="secondary" type="button" onClick={() => save(saveFaults)}>
          List of faults (CSV)
        </Button>
        <Button kind="secondary" type="button" onClick={() => save(saveXml)}>
          Whole return (XML)
        </Button>
        {(data?.localAuthority?.return903Sources ?? []).map(({ table, rows }) => (
          <Button key={table} kind="secondary" type="button" onClick={() => save(() => saveTable(table))}>
            {table} (CSV, {formatNumber(rows)} rows)
          </Button>
        ))}
      </ButtonGroup>
      {leftOut.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          Not in the XML file: {sentence}
        </p>
      ))}
    </Details>
  );
}
