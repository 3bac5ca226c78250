import type { Mainstay } from './mainstay.ts';
import { Refusal } from './refusal.ts';

/** A census that was imported or checked, as the command shows it. */
export interface ImportedCensus {
  readonly outcome: 'LOADED' | 'UNCHANGED' | 'CHECKED' | 'REFUSED';
  readonly census: {
    readonly year: number;
    readonly workersRead: number;
    readonly workersLoaded: number;
    readonly workersKeptOut: number;
    readonly counts: Readonly<Record<'inPost' | 'leavers' | 'agency' | 'others', number>>;
    readonly notes: readonly string[];
    readonly faultCount: number;
    readonly faultsByRule: readonly {
      readonly count: number;
      readonly rule: { readonly code: string; readonly message: string; readonly keepsWorkerOut: boolean };
    }[];
    readonly faultsCsv: string;
  };
}

const IMPORT = `mutation Import($input: ImportWorkforceCensusInput!) {
  importWorkforceCensus(input: $input) {
    __typename
    ... on ImportWorkforceCensusSuccess {
      outcome
      census {
        year workersRead workersLoaded workersKeptOut notes faultCount faultsCsv
        counts { inPost leavers agency others }
        faultsByRule { count rule { code message keepsWorkerOut } }
      }
    }
    ... on UserError { message }
  }
}`;

const XML =
  'query Xml($la: ID!, $year: Int!) { localAuthority(id: $la) { workforceCensus(year: $year) { xml workersLoaded } } }';

/** Imports a census that was sent before, or only checks it. Throws Refusal when nothing of the file can be used. */
export async function importCensus(
  mainstay: Mainstay,
  input: { la: string; uploadId: string; year: number | null; isDryRun: boolean },
): Promise<ImportedCensus> {
  interface Answer {
    readonly importWorkforceCensus: Partial<ImportedCensus> & { readonly message?: string };
  }
  const { outcome, census, message } = (await mainstay.ask<Answer>(IMPORT, { input })).importWorkforceCensus;
  if (!outcome || !census) throw new Refusal(message ?? 'The census was refused.');
  return { outcome, census };
}

/** The census that is held of a year, as XML. Throws Refusal when none is. */
export async function heldCensus(
  mainstay: Mainstay,
  { la, year }: { la: string; year: number },
): Promise<{ xml: string; workersLoaded: number }> {
  interface Answer {
    readonly localAuthority: {
      readonly workforceCensus: { readonly xml: string | null; readonly workersLoaded: number } | null;
    } | null;
  }
  const held = (await mainstay.ask<Answer>(XML, { la, year })).localAuthority?.workforceCensus;
  if (!held?.xml) throw new Refusal(`No workforce census of ${la} is held for ${year}. Import it first.`);
  return { xml: held.xml, workersLoaded: held.workersLoaded };
}
