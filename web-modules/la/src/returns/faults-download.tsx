import { Button, csvOf, PartMissing, Progress, saveFile } from '@mainstay/web-kit';
import { useState } from 'react';
import { FAULT_CSV_COLUMNS, faultCsvRows, fetchFaults } from './fault-csv.ts';

/** Fetches every fault of an import and saves them as one CSV file. */
export function FaultsDownload({ importId, year }: { readonly importId: string; readonly year: number }) {
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<string>();
  const download = () => {
    setError(undefined);
    setShare(0);
    fetchFaults(importId, setShare)
      .then((faults) => saveFile(`faults-${year}.csv`, csvOf(FAULT_CSV_COLUMNS, faultCsvRows(faults))))
      .catch((reason: Error) => setError(reason.message))
      .finally(() => setShare(undefined));
  };
  if (share !== undefined) return <Progress label="Fetching the faults" share={share} />;
  return (
    <>
      {error && <PartMissing what="The file of faults" reason={error} />}
      <Button kind="secondary" type="button" onClick={download}>
        Download all faults (CSV)
      </Button>
    </>
  );
}
