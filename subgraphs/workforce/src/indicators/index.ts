import { absenceStress } from './absence-stress.ts';
import { absence } from './absence.ts';
import { agencyCover } from './agency-cover.ts';
import { agencyHeadcount } from './agency-headcount.ts';
import { agency } from './agency.ts';
import { averageCaseload } from './average-caseload.ts';
import { caseholders } from './caseholders.ts';
import { lengthOfServiceMedian } from './length-of-service-median.ts';
import { lengthOfService } from './length-of-service.ts';
import type { StaffIndicator } from './staff-indicator.ts';
import { starters } from './starters.ts';
import { turnoverHeadcount } from './turnover-headcount.ts';
import { turnover } from './turnover.ts';
import { vacancyCover } from './vacancy-cover.ts';
import { vacancy } from './vacancy.ts';

/** The catalogue of staff indicators, in the order they are shown. Adding an indicator is adding its file here. */
export const staffIndicators: readonly StaffIndicator[] = [
  turnover,
  turnoverHeadcount,
  starters,
  vacancy,
  vacancyCover,
  agency,
  agencyHeadcount,
  agencyCover,
  absence,
  absenceStress,
  caseholders,
  averageCaseload,
  lengthOfService,
  lengthOfServiceMedian,
];
