import {
  Button,
  ErrorSummary,
  FileDrop,
  formatBytes,
  Progress,
  Radios,
  uploadFile,
  useMutationOperation,
} from '@mainstay/web-kit';
import { useState, type SyntheticEvent } from 'react';
import { ImportCensusDocument, type ImportCensusMutation } from '../../generated/operations.ts';

/** What the platform answered about a file. */
export type ImportedCensus = Extract<
  ImportCensusMutation['importWorkforceCensus'],
  { __typename: 'ImportWorkforceCensusSuccess' }
>;

/** Chooses the file of a census and has it checked or loaded. */
export function CensusForm(props: {
  readonly la: string;
  readonly onImported: (imported: ImportedCensus) => void;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { la, onImported, onFaults } = props;
  const importCensus = useMutationOperation(ImportCensusDocument);
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const tell = (message: string | null) => {
    setFault(message);
    onFaults(message !== null);
  };
  const send = async (chosen: File, isDryRun: boolean) => {
    const { id } = await uploadFile(chosen, { onProgress: setShare });
    const { importWorkforceCensus: answer } = await importCensus.run({ input: { la, uploadId: id, isDryRun } });
    if (answer.__typename === 'ImportWorkforceCensusSuccess') onImported(answer);
    else tell(answer.message);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!file) return tell('Choose the file of the census');
    const isDryRun = new FormData(event.currentTarget).get('what') === 'check';
    tell(null);
    setShare(0);
    send(file, isDryRun)
      .catch((error: Error) => tell(error.message))
      .finally(() => setShare(null));
  };
  return (
    <section aria-labelledby="import-census">
      <h2 className="govuk-heading-m" id="import-census">
        Import a census
      </h2>
      <ErrorSummary faults={fault === null ? [] : [{ message: fault, fieldId: 'file' }]} />
      <form onSubmit={submit} noValidate>
        <FileDrop
          name="file"
          label="File of the children’s social work workforce census"
          hint="The XML that is sent to COLLECT, of any year from 2022. It says itself which year it is of."
          accept=".xml"
          isDisabled={share !== null}
          error={fault ?? undefined}
          onFiles={([chosen]) => setFile(chosen ?? null)}
        />
        {file && (
          <p className="govuk-body">
            Chosen: {file.name} ({formatBytes(file.size)})
          </p>
        )}
        <Radios
          name="what"
          label="What to do"
          isSmall
          defaultValue="check"
          choices={[
            { value: 'check', text: 'Only check the file', hint: 'Nothing is loaded.' },
            {
              value: 'load',
              text: 'Check the file and load what is accepted',
              hint: 'It takes the place of the file held for its year, which stays on record.',
            },
          ]}
        />
        {share === null ? (
          <Button>Continue</Button>
        ) : (
          <Progress label="Sending and checking the census" share={share} />
        )}
      </form>
    </section>
  );
}
