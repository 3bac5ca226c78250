import { writeCensus, type CensusCells, type WorkerTag } from '@mainstay/cswc';

type Cells = CensusCells<WorkerTag>;

/** An invented employee in post on 30 September 2025, without a fault. */
export const employee = (number: number, parts: Cells = {}): Cells => ({
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
});

/** An invented employee who left in the census year of 2025, without a fault. */
export const leaver = (number: number, parts: Cells = {}): Cells => {
  const { Cases30: _none, ...cells } = employee(number);
  return { ...cells, FTE: '0', RoleEndDate: '2025-03-31', LeaverDestination: '3', ReasonLeave: '1', ...parts };
};

/** An invented agency worker on 30 September 2025, without a fault. */
export const agency = (number: number): Cells => ({
  AgencyWorker: '1',
  SWENo: `SW${String(number).padStart(10, '0')}`,
  FTE: '0.5',
  Cases30: '8',
});

const authority = { NumberOfVacancies: '1', NoAgencyFTE: '0.5', NoAgencyHeadcount: '1', CostSWE: '1' };

/** The file of a census: of Birmingham and 2025 unless told otherwise. */
export const xmlOf = (workers: readonly Cells[], { year = 2025, number = '330' } = {}): string =>
  writeCensus({ year, authorityNumber: number, authority, workers, dateTime: '2025-11-02T10:00:00Z' });
