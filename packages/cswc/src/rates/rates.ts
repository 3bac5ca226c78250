/**
 * A rate with the parts it is made of. `value` is numerator ÷ denominator, neither rounded nor in per cent (a share of
 * 0.118 is published as 11.8), and null where the denominator is 0: a rate of nobody is not a figure.
 */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

/**
 * Turnover: those who left between 1 October and 30 September ÷ those in post on 30 September, agency workers in
 * neither. Both in whole-time equivalents, or both heads.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function turnoverRate({ leavers, inPost }: { leavers: number; inPost: number }): Rate {
  return rate(leavers, inPost);
}

/**
 * Agency worker rate: agency workers ÷ (agency workers + those in post), all on 30 September. Both in whole-time
 * equivalents, or both heads.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function agencyRate({ agency, inPost }: { agency: number; inPost: number }): Rate {
  return rate(agency, agency + inPost);
}

/**
 * Agency workers covering vacancies: whole-time equivalents of agency workers who cover a vacancy ÷ those of all
 * agency workers, on 30 September.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function agencyCoverRate({ agencyCover, agency }: { agencyCover: number; agency: number }): Rate {
  return rate(agencyCover, agency);
}

/**
 * Vacancy rate: whole-time equivalents of vacancies, those covered by agency workers included ÷ (vacancies + in post),
 * on 30 September.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function vacancyRate({ vacancies, inPost }: { vacancies: number; inPost: number }): Rate {
  return rate(vacancies, vacancies + inPost);
}

/**
 * Vacancies covered by agency workers: whole-time equivalents of agency workers who cover a vacancy ÷ those of all
 * vacancies, on 30 September.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function vacancyAgencyCoverRate({ agencyCover, vacancies }: { agencyCover: number; vacancies: number }): Rate {
  return rate(agencyCover, vacancies);
}

/**
 * Average caseload: cases held on 30 September, by agency workers too ÷ whole-time equivalents of the workers, agency
 * workers among them, who hold one case or more and have a full-time equivalent above 0. A number of cases, no share.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function averageCaseload({ cases, caseHolders }: { cases: number; caseHolders: number }): Rate {
  return rate(cases, caseHolders);
}

/**
 * Absence rate: working days lost to sickness between 1 October and 30 September ÷ (whole-time equivalents in post on
 * 30 September × the working days of the year, `workingDaysOf`).
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function absenceRate({ daysLost, inPost, year }: { daysLost: number; inPost: number; year: number }): Rate {
  return rate(daysLost, inPost * workingDaysOf(year));
}

/**
 * Share of a role in the workforce, case holders for instance: those in post in the role ÷ all in post, on
 * 30 September. Both in whole-time equivalents, or both heads.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function caseholderShare({ inRole, inPost }: { inRole: number; inPost: number }): Rate {
  return rate(inRole, inPost);
}

/**
 * The working days the absence rate takes a census year to have: 254 when 29 February lies in it, 253 otherwise. The
 * census of 2024 runs from 1 October 2023 to 30 September 2024.
 *
 * Source: Department for Education, children's social work workforce, methodology.
 */
export function workingDaysOf(year: number): number {
  const hasLeapDay = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return hasLeapDay ? 254 : 253;
}

function rate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator > 0 ? numerator / denominator : null };
}
