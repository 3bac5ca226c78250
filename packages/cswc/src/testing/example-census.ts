import type { AuthorityTag } from '../fields/authority-fields.ts';
import type { CensusCells } from '../fields/census-field.ts';
import type { WorkerTag } from '../fields/worker-fields.ts';
import type { CensusFile } from '../reading/census-file.ts';
import { readCensus } from '../reading/read-census.ts';
import { writeCensus } from '../writing/write-census.ts';

type Cells = CensusCells<WorkerTag>;

/** An invented employee in post on 30 September 2025, without a fault. */
export function anEmployee(number: number, parts: Cells = {}): Cells {
  return {
    AgencyWorker: '0',
    SWENo: `SW${String(number).padStart(10, '0')}`,
    FTE: '1',
    PersonBirthDate: '1985-03-02',
    Sex: 'F',
    Ethnicity: 'WBRI',
    QualLevel: '2',
    StepUpGrad: '0',
    OrgRole: '5',
    RoleStartDate: '2019-09-02',
    StartOrigin: '1',
    FTE30: '1',
    Cases30: '16',
    WorkingDaysLost: '4.5',
    FrontlineGrad: '0',
    BaseSalary: '41000.00',
    ...parts,
  };
}

/** An invented employee who left in the census year of 2025, without a fault. */
export function aLeaver(number: number, parts: Cells = {}): Cells {
  const { Cases30: _none, ...cells } = anEmployee(number);
  return { ...cells, FTE: '0', RoleEndDate: '2025-03-31', LeaverDestination: '1', ReasonLeave: '1', ...parts };
}

/** An invented agency worker on 30 September 2025, without a fault. */
export function anAgencyWorker(number: number, parts: Cells = {}): Cells {
  const SWENo = `SW${String(number).padStart(10, '0')}`;
  return { AgencyWorker: '1', SWENo, FTE: '1', Cases30: '14', ContractWeeks: '26', ...parts };
}

/** What an invented authority says of itself, without a fault beside an agency worker in full time. */
export const anAuthority: CensusCells<AuthorityTag> = {
  NumberOfVacancies: '2.5',
  NoAgencyFTE: '1',
  NoAgencyHeadcount: '1',
  RecruitmentBonus: '0',
  CostSWE: '2',
};

/** The text of a census of Birmingham with these workers. */
export function censusXml(workers: readonly Cells[], { year = 2025, authority = anAuthority } = {}): string {
  return writeCensus({ year, authorityNumber: '330', authority, workers, dateTime: '2025-11-02T10:00:00Z' });
}

/** A census as it is read of a text. Throws when it is refused. */
export function censusOf(xml: string): CensusFile {
  const { census, refusal } = readCensus(new TextEncoder().encode(xml));
  if (census === null) throw new Error(refusal);
  return census;
}
