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
import { useState } from 'react';
import { useForm } from '../../form/use-form.ts';
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
  const form = useForm();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const send = async (data: FormData) => {
    if (!file) {
      onFaults(true);
      return [{ message: 'Choose the file of the census', fieldId: 'file' }];
    }
    const { id } = await uploadFile(file, { onProgress: setShare });
    const input = { la, uploadId: id, isDryRun: data.get('what') === 'check' };
    const { importWorkforceCensus: answer } = await importCensus.run({ input });
    const isRead = answer.__typename === 'ImportWorkforceCensusSuccess';
    onFaults(!isRead);
    if (!isRead) return [{ message: answer.message, fieldId: 'file' }];
    onImported(answer);
    return [];
  };
  return (
    <section aria-labelledby="import-census">
      <h2 className="govuk-heading-m" id="import-census">
        Import a census
      </h2>
      <ErrorSummary faults={form.faults} />
      <form onSubmit={(event) => form.submit(event, send)} noValidate>
        <FileDrop
          name="file"
          label="File of the children’s social work workforce census"
          hint="The XML that is sent to COLLECT, of any year from 2022. It says itself which year it is of."
          accept=".xml"
          isDisabled={form.isSending}
          error={form.errorOf('file')}
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
        {form.isSending ? (
          <Progress label="Sending and checking the census" share={share} />
        ) : (
          <Button>Continue</Button>
        )}
      </form>
    </section>
  );
}
