import { Button, Loading, PartMissing, runOperation, saveFile } from '@mainstay/web-kit';
import { useState } from 'react';
import { ImportFaultsDocument } from '../generated/operations.ts';

/** Fetches every fault of an import as a CSV file and saves it. */
export function FaultsDownload({ importId, year }: { readonly importId: string; readonly year: number }) {
  const [isFetching, setFetching] = useState(false);
  const [error, setError] = useState<string>();
  const download = () => {
    setError(undefined);
    setFetching(true);
    runOperation(ImportFaultsDocument, { id: importId })
      .then(({ data }) => saveFile(`faults-${year}.csv`, data.import903?.faultsCsv ?? ''))
      .catch((reason: Error) => setError(reason.message))
      .finally(() => setFetching(false));
  };
  if (isFetching) return <Loading what="the faults" />;
  return (
    <>
      {error && <PartMissing what="The file of faults" reason={error} />}
      <Button kind="secondary" type="button" onClick={download}>
        Download all faults (CSV)
      </Button>
    </>
  );
}
