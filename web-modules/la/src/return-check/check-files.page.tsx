import { systemClock } from '@mainstay/primitives';
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  FileDrop,
  InsetText,
  Page,
  Progress,
  Select,
  useSearchParams,
  useViewer,
  type FormFault,
} from '@mainstay/web-kit';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { addFiles, yearsToImport } from '../returns/chosen-files.ts';
import { returnsPath } from '../urls.ts';
import { faultsFromAddress } from './check-address.ts';
import { FilesFound } from './files-found.tsx';
import type { ChosenFile, FilesChecked } from './file-check.ts';
import { FileChecker } from './file-checker.ts';

/** The first collection year whose rules are known. */
const FIRST_YEAR = 2023;

/** Checks the files of a return in the browser: they never leave the machine. */
export function CheckFilesPage() {
  const la = useViewer().laCode ?? '';
  const [search] = useSearchParams();
  const { child } = faultsFromAddress(search);
  const [progress, setProgress] = useState<{ label: string; share: number }>();
  const [checked, setChecked] = useState<FilesChecked>();
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const checker = useFileChecker((label, share) => setProgress({ label, share }), setFaults);
  const start = async (chosen: Chosen) => {
    if (chosen.files.length === 0) return setFaults([{ message: 'Choose the files of the return', fieldId: 'files' }]);
    setFaults([]);
    setProgress({ label: 'Reading the files', share: 0 });
    try {
      const running = await checker();
      const [files, previous, providers, postcodes] = await Promise.all([
        Promise.all(chosen.files.map(bytesOf)),
        Promise.all(chosen.previous.map(bytesOf)),
        chosen.providers ? bytesOf(chosen.providers) : null,
        chosen.postcodes ? bytesOf(chosen.postcodes) : null,
      ]);
      const sent = { year: chosen.year, laCode: la || null, files, previous, providers, postcodes };
      setChecked(await running.ask<'check'>({ ask: 'check', files: sent }));
    } catch (error) {
      setFaults([{ message: (error as Error).message, fieldId: 'files' }]);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <Page
      title={child && checked ? `Child ${child}` : 'Check files on this computer'}
      before={<Breadcrumbs crumbs={[{ text: 'Returns', to: returnsPath }]} />}
      hasErrors={faults.length > 0}
    >
      {!child && (
        <>
          <InsetText>
            The files stay on this computer. They are read and checked by this page, by the same rules as an import, and
            nothing of them is sent or kept. It works without a connection once the page is open.
          </InsetText>
          <ErrorSummary faults={faults} />
          <FilesForm
            onStart={(chosen) => void start(chosen)}
            isBusy={progress !== undefined}
            error={faults[0]?.message}
          />
        </>
      )}
      {progress && <Progress {...progress} />}
      {checked && !progress && <FilesFound checked={checked} checker={checker} onChecked={setChecked} />}
    </Page>
  );
}

interface Chosen {
  readonly year: number;
  readonly files: readonly File[];
  readonly previous: readonly File[];
  readonly providers: File | null;
  readonly postcodes: File | null;
}

/** The worker, started with the page so that all of it is here before a connection is lost. */
function useFileChecker(
  onProgress: (label: string, share: number) => void,
  onFaults: (faults: readonly FormFault[]) => void,
): () => Promise<FileChecker> {
  const running = useRef<Promise<FileChecker>>(undefined);
  useEffect(() => {
    const started = FileChecker.start(onProgress);
    running.current = started;
    started.catch((error: Error) => onFaults([{ message: error.message, fieldId: 'files' }]));
    return () => {
      started.then((checker) => checker.stop()).catch(() => undefined);
      running.current = undefined;
    };
    // Once for the page: what it was started with stays good.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return () => running.current ?? Promise.reject(new Error('The check has not started. Reload the page.'));
}

function FilesForm(props: {
  readonly onStart: (chosen: Chosen) => void;
  readonly isBusy: boolean;
  readonly error: string | undefined;
}) {
  const { onStart, isBusy, error } = props;
  const years = yearsToImport(systemClock.today());
  const [files, setFiles] = useState<readonly File[]>([]);
  const [previous, setPrevious] = useState<readonly File[]>([]);
  const [providers, setProviders] = useState<File | null>(null);
  const [postcodes, setPostcodes] = useState<File | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const year = Number(new FormData(event.currentTarget).get('year'));
    onStart({ year, files, previous, providers, postcodes });
  };
  const named = (chosen: readonly (File | null)[]) =>
    chosen.some(Boolean) && <p className="govuk-body">Chosen: {chosen.map((file) => file?.name).join(', ')}</p>;
  return (
    <form onSubmit={submit} noValidate>
      <FileDrop
        name="files"
        label="This year’s files"
        hint="CSV files and workbooks, or one XML file of the whole return."
        accept=".csv,.txt,.xlsx,.xml"
        isMultiple
        error={error}
        onFiles={(added) => setFiles(addFiles(files, added))}
      />
      {named(files)}
      <FileDrop
        name="previous"
        label="Last year’s files (optional)"
        hint="For the rules that compare the two."
        accept=".csv,.txt,.xlsx,.xml"
        isMultiple
        onFiles={(added) => setPrevious(addFiles(previous, added))}
      />
      {named(previous)}
      <FileDrop
        name="providers"
        label="Ofsted’s list of providers (optional)"
        accept=".csv,.xlsx"
        onFiles={([file]) => setProviders(file ?? null)}
      />
      {named([providers])}
      <FileDrop
        name="postcodes"
        label="A directory of postcodes (optional)"
        accept=".csv"
        onFiles={([file]) => setPostcodes(file ?? null)}
      />
      {named([postcodes])}
      <Select
        name="year"
        label="Collection year"
        hint="The year that ends on 31 March."
        defaultValue={String(years.newestComplete)}
        choices={years.all
          .filter((year) => year >= FIRST_YEAR)
          .map((year) => ({ value: String(year), text: `Year to 31 March ${year}` }))}
      />
      <Button isDisabled={isBusy}>Check the files</Button>
    </form>
  );
}

async function bytesOf(file: File): Promise<ChosenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
