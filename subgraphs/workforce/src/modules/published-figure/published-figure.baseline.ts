import type { PublishedGeography } from './published-figure.entity.ts';

/** A rate published for 2005, in per cent. */
interface BaselineFigure {
  readonly indicator: 'vacancy' | 'turnover';
  readonly geography: PublishedGeography;
  readonly code: string;
  readonly name: string;
  readonly perCent: number;
}

/** Where the figures of 2005 were published. */
export const baselineSource =
  'Local Authority Workforce Intelligence Group 2006, Table 8, as the working group on social work practices reported it in ' +
  '2007 (section 4.3): field social workers with children, in per cent without decimals.';

/** The year of the baseline. */
export const baselineYear = 2005;

const of = (
  indicator: BaselineFigure['indicator'],
  geography: PublishedGeography,
  place: { readonly code: string; readonly name: string },
  perCent: number,
): BaselineFigure => ({ indicator, geography, ...place, perCent });
const england = { code: 'E92000001', name: 'England' };
const yorkshire = { code: 'E12000003', name: 'Yorkshire and The Humber' };
const northWest = { code: 'E12000002', name: 'North West' };
const westMidlands = { code: 'E12000005', name: 'West Midlands' };
const london = { code: 'E12000007', name: 'London' };

/** Vacancies and turnover in 2005, when practices were proposed: all that was reported, no region else. */
export const baseline: readonly BaselineFigure[] = [
  of('vacancy', 'ENGLAND', england, 12),
  of('vacancy', 'REGION', yorkshire, 13),
  of('vacancy', 'REGION', london, 18),
  of('vacancy', 'REGION', westMidlands, 18),
  of('turnover', 'ENGLAND', england, 11),
  of('turnover', 'REGION', yorkshire, 12),
  of('turnover', 'REGION', northWest, 13),
  of('turnover', 'REGION', london, 15),
];
