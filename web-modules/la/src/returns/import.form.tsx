import { systemClock } from '@mainstay/primitives';
import {
  Button,
  ErrorSummary,
  FileDrop,
  formatBytes,
  Progress,
  Radios,
  Select,
  uploadFile,
  useMutationOperation,
  useNavigate,
  type FormFault,
} from '@mainstay/web-kit';
import { useState, type FormEvent } from 'react';
import { StartImportDocument } from '../generated/operations.ts';
import { importPath } from '../urls.ts';
import { addFiles, yearsToImport } from './chosen-files.ts';

interface Sending {
  readonly label: string;
  readonly share: number;
}

/** Chooses the files of a return, sends them and has them checked or loaded; then goes on to the import's own page. */
export function ImportForm({
  la,
  onFaults,
}: {
  readonly la: string;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const navigate = useNavigate();
  const start = useMutationOperation(StartImportDocument);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [faults, setShownFaults] = useState<readonly FormFault[]>([]);
  const [sending, setSending] = useState<Sending>();
  const years = yearsToImport(systemClock.today());

  const setFaults = (found: readonly FormFault[]) => {
    setShownFaults(found);
    onFaults(found.length > 0);
  };
  const send = async (form: FormData) => {
    const uploadIds: string[] = [];
    for (const [index, file] of files.entries()) {
      const label = `Sending file ${index + 1} of ${files.length}: ${file.name}`;
      const onProgress = (share: number) => setSending({ label, share: (index + share) / files.length });
      onProgress(0);
      const { id } = await uploadFile(file, { onProgress });
      uploadIds.push(id);
    }
    setSending({ label: 'Starting the import', share: 1 });
    const input = { la, year: Number(form.get('year')), uploadIds, isDryRun: form.get('what') === 'check' };
    const { startImport903: answer } = await start.run({ input });
    if (answer.__typename === 'StartImport903Success') navigate(importPath(answer.import.id));
    else setFaults([{ message: answer.message, fieldId: 'files' }]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (files.length === 0) return setFaults([{ message: 'Choose the files of the return', fieldId: 'files' }]);
    setFaults([]);
    send(new FormData(event.currentTarget))
      .catch((error: Error) => setFaults([{ message: error.message, fieldId: 'files' }]))
      .finally(() => setSending(undefined));
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Import a return</h2>
      <ErrorSummary faults={faults} />
      <form onSubmit={submit} noValidate>
        <FileDrop
          name="files"
          label="Files of the SSDA903 return"
          hint="CSV files and workbooks (.xlsx), in any order and under any name: the tables are recognised by their columns. Or one XML file of the whole return, alone. At most 50 files."
          accept=".csv,.txt,.xlsx,.xml"
          isMultiple
          isDisabled={sending !== undefined}
          error={faults[0]?.message}
          onFiles={(added) => setFiles(addFiles(files, added))}
        />
        <ChosenFiles files={files} onRemove={(name) => setFiles(files.filter((file) => file.name !== name))} />
        <Select
          name="year"
          label="Collection year"
          hint="The year that ends on 31 March. 2024 is 1 April 2023 to 31 March 2024."
          defaultValue={String(years.newestComplete)}
          choices={years.all.map((year) => ({ value: String(year), text: `Year to 31 March ${year}` }))}
        />
        <Radios
          name="what"
          label="What to do"
          isSmall
          defaultValue="load"
          choices={[
            {
              value: 'load',
              text: 'Check the files and load what is accepted',
              hint: 'A table that you send replaces the one held for the year. Earlier rows stay on record.',
            },
            { value: 'check', text: 'Only check the files', hint: 'Nothing is loaded.' },
          ]}
        />
        {sending ? <Progress {...sending} /> : <Button>Continue</Button>}
      </form>
    </section>
  );
}

function ChosenFiles({
  files,
  onRemove,
}: {
  readonly files: readonly File[];
  readonly onRemove: (name: string) => void;
}) {
  if (files.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">Files chosen: {files.length}</h3>
      <ul className="govuk-list">
        {files.map((file) => (
          <li key={file.name}>
            {file.name} ({formatBytes(file.size)}){' '}
            <button type="button" className="mainstay-link-button" onClick={() => onRemove(file.name)}>
              Remove<span className="govuk-visually-hidden"> {file.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
