import {
  Button,
  Details,
  ErrorSummary,
  FileDrop,
  formatDate,
  formatInstant,
  formatNumber,
  Progress,
  uploadFile,
  useMutationOperation,
  type FormFault,
} from '@mainstay/web-kit';
import { useState, type FormEvent } from 'react';
import { ImportProvidersDocument, type ReturnCheckOfQuery } from '../generated/operations.ts';

type Lists = NonNullable<ReturnCheckOfQuery['localAuthority']>['providerLists'];

/** Loads Ofsted's list of providers, and says which one is in use. */
export function ProviderListForm({ lists }: { readonly lists: Lists }) {
  const load = useMutationOperation(ImportProvidersDocument);
  const [file, setFile] = useState<File>();
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [share, setShare] = useState<number>();
  const inUse = lists.find(({ supersededAt }) => supersededAt === null);
  const send = async (chosen: File) => {
    const { id } = await uploadFile(chosen, { onProgress: setShare });
    const { importProviders } = await load.run({ input: { uploadId: id } });
    if (importProviders.__typename === 'ImportProvidersSuccess') setFile(undefined);
    else setFaults([{ message: importProviders.message, fieldId: 'providers' }]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!file) return setFaults([{ message: 'Choose the list of providers', fieldId: 'providers' }]);
    setFaults([]);
    send(file)
      .catch((error: Error) => setFaults([{ message: error.message, fieldId: 'providers' }]))
      .finally(() => setShare(undefined));
  };
  return (
    <Details summary="Ofsted’s list of providers">
      <p className="govuk-body">
        {inUse
          ? `In use: ${formatNumber(inUse.settings)} settings${inUse.asAt ? `, as at ${formatDate(inUse.asAt)}` : ''}, loaded ${formatInstant(inUse.loadedAt)}.`
          : 'No list is loaded, so rules that look settings up do not run and no setting can be suggested.'}
      </p>
      <ErrorSummary faults={faults} />
      <form onSubmit={submit} noValidate>
        <FileDrop
          name="providers"
          label="Load a newer list"
          hint="The workbook that Ofsted publishes, or one sheet of it as CSV."
          accept=".csv,.xlsx"
          error={faults[0]?.message}
          onFiles={([chosen]) => setFile(chosen)}
        />
        {file && <p className="govuk-body">{file.name}</p>}
        {share === undefined ? (
          <Button kind="secondary">Load the list</Button>
        ) : (
          <Progress label="Loading the list" share={share} />
        )}
      </form>
    </Details>
  );
}
