import type { TableSpec } from './table-spec.ts';

const child = { name: 'CHILD', title: 'Child identifier', need: 'key', kind: 'identifier' } as const;
const birth = { name: 'DOB', title: 'Date of birth', need: 'mandatory', kind: 'date' } as const;

/** The tables with a row per happening: episodes, reviews, decisions, incidents, social workers, orders. */
export const careTables = {
  Episodes: {
    name: 'Episodes',
    fileName: 'episodes.csv',
    title: 'Episodes of care',
    isOncePerChild: false,
    collectedSince: null,
    columns: [
      child,
      { name: 'DECOM', title: 'Date the episode began', need: 'key', kind: 'date' },
      { name: 'RNE', title: 'Reason for the new episode', need: 'mandatory', kind: 'code', codeSet: 'RNE' },
      { name: 'LS', title: 'Legal status', need: 'mandatory', kind: 'code', codeSet: 'LS' },
      { name: 'CIN', title: 'Category of need', need: 'mandatory', kind: 'code', codeSet: 'CIN' },
      { name: 'PLACE', title: 'Placement type', need: 'mandatory', kind: 'code', codeSet: 'PLACE' },
      {
        name: 'PLACE_PROVIDER',
        title: 'Placement provider',
        need: 'conditional',
        kind: 'code',
        codeSet: 'PLACE_PROVIDER',
      },
      { name: 'DEC', title: 'Date the episode ceased', need: 'conditional', kind: 'date' },
      { name: 'REC', title: 'Reason the episode ceased', need: 'conditional', kind: 'code', codeSet: 'REC' },
      {
        name: 'REASON_PLACE_CHANGE',
        title: 'Reason for the placement change',
        need: 'conditional',
        kind: 'code',
        codeSet: 'REASON_PLACE_CHANGE',
      },
      { name: 'HOME_POST', title: 'Home postcode', need: 'conditional', kind: 'postcode' },
      { name: 'PL_POST', title: 'Placement postcode', need: 'conditional', kind: 'postcode' },
      { name: 'URN', title: "Ofsted's number of the setting", need: 'conditional', kind: 'text' },
    ],
  },
  Reviews: {
    name: 'Reviews',
    fileName: 'reviews.csv',
    title: 'Reviews',
    isOncePerChild: false,
    collectedSince: null,
    columns: [
      child,
      birth,
      { name: 'REVIEW', title: 'Date of the review', need: 'key', kind: 'date' },
      { name: 'REVIEW_CODE', title: 'Participation', need: 'mandatory', kind: 'code', codeSet: 'REVIEW_CODE' },
    ],
  },
  PlacedAdoption: {
    name: 'PlacedAdoption',
    fileName: 'placed_for_adoption.csv',
    title: 'Decisions that a child should be placed for adoption',
    isOncePerChild: false,
    collectedSince: null,
    columns: [
      child,
      birth,
      { name: 'DATE_PLACED', title: 'Date of the decision', need: 'mandatory', kind: 'date' },
      { name: 'DATE_PLACED_CEASED', title: 'Date the decision was reversed', need: 'conditional', kind: 'date' },
      {
        name: 'REASON_PLACED_CEASED',
        title: 'Reason for the reversal',
        need: 'conditional',
        kind: 'code',
        codeSet: 'REASON_PLACED_CEASED',
      },
    ],
  },
  Missing: {
    name: 'Missing',
    fileName: 'missing.csv',
    title: 'Incidents of being missing or away without authorisation',
    isOncePerChild: false,
    collectedSince: null,
    columns: [
      child,
      birth,
      { name: 'MISSING', title: 'Missing or away', need: 'mandatory', kind: 'code', codeSet: 'MISSING' },
      { name: 'MIS_START', title: 'Start of the incident', need: 'conditional', kind: 'date' },
      { name: 'MIS_END', title: 'End of the incident', need: 'conditional', kind: 'date' },
    ],
  },
  SWEpisodes: {
    name: 'SWEpisodes',
    fileName: 'sw_episodes.csv',
    title: 'Social workers',
    isOncePerChild: false,
    collectedSince: 2024,
    columns: [
      child,
      birth,
      { name: 'SW_ID', title: "Social worker's number", need: 'mandatory', kind: 'identifier' },
      { name: 'SW_DECOM', title: 'Date the social worker began', need: 'key', kind: 'date' },
      { name: 'SW_DEC', title: 'Date the social worker ceased', need: 'conditional', kind: 'date' },
      {
        name: 'SW_REASON',
        title: 'Reason for the change of social worker',
        need: 'conditional',
        kind: 'code',
        codeSet: 'SW_REASON',
      },
    ],
  },
  DoLo: {
    name: 'DoLo',
    fileName: 'dolo.csv',
    title: 'Deprivation of liberty orders',
    isOncePerChild: false,
    collectedSince: 2027,
    columns: [
      child,
      birth,
      { name: 'DOLO_START', title: 'Start of the order', need: 'key', kind: 'date' },
      { name: 'DOLO_END', title: 'End of the order', need: 'conditional', kind: 'date' },
    ],
  },
} as const satisfies Record<string, TableSpec>;
