import {
  absenceRate,
  agencyCoverRate,
  agencyRate,
  averageCaseload,
  caseholderShare,
  turnoverRate,
  vacancyAgencyCoverRate,
  vacancyRate,
  type Rate,
} from '../rates/rates.ts';
import type { CensusComponents } from './components.ts';

/** `OrgRole` of case holders. */
export const caseHolderRole = '5';

/** The published rates of one census. Null: the census does not say what the rate is made of. */
export interface CensusRates {
  readonly turnoverFte: Rate;
  readonly turnoverHeadcount: Rate;
  readonly agencyFte: Rate;
  readonly agencyHeadcount: Rate;
  readonly agencyCover: Rate | null;
  readonly vacancy: Rate | null;
  readonly vacancyAgencyCover: Rate | null;
  readonly caseload: Rate;
  readonly absence: Rate;
  readonly caseholderShareFte: Rate;
  readonly caseholderShareHeadcount: Rate;
}

/** The published rates, of a census's components. */
export function censusRates(components: CensusComponents): CensusRates {
  const { year, inPost, leavers, agency, vacancies, agencyCover, byRole } = components;
  const inRole = byRole[caseHolderRole] ?? { fte: 0, headcount: 0 };
  return {
    turnoverFte: turnoverRate({ leavers: leavers.fte, inPost: inPost.fte }),
    turnoverHeadcount: turnoverRate({ leavers: leavers.headcount, inPost: inPost.headcount }),
    agencyFte: agencyRate({ agency: agency.fte, inPost: inPost.fte }),
    agencyHeadcount: agencyRate({ agency: agency.headcount, inPost: inPost.headcount }),
    agencyCover: agencyCover === null ? null : agencyCoverRate({ agencyCover, agency: agency.fte }),
    vacancy: vacancies === null ? null : vacancyRate({ vacancies, inPost: inPost.fte }),
    vacancyAgencyCover:
      vacancies === null || agencyCover === null ? null : vacancyAgencyCoverRate({ agencyCover, vacancies }),
    caseload: averageCaseload(components),
    absence: absenceRate({ daysLost: components.daysLost, inPost: inPost.fte, year }),
    caseholderShareFte: caseholderShare({ inRole: inRole.fte, inPost: inPost.fte }),
    caseholderShareHeadcount: caseholderShare({ inRole: inRole.headcount, inPost: inPost.headcount }),
  };
}
