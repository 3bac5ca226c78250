import { annexACode, type AnnexACodeList } from '@mainstay/annex-a';
import { careSql, lastVisitSql } from './annex-a.care.ts';
import { picked, textOf, truthOf, type AnnexAFilling, type AnnexASource } from './annex-a.list.ts';
import { disability, personColumnsSql, profileSql, teamAndWorker, whoTheChildIs, workerSql } from './annex-a.person.ts';

const YEAR_BEFORE = `$2::date - interval '12 months'`;
const presentSql = (alias: string): string => `${alias}.superseded_at IS NULL AND NOT ${alias}.is_withdrawn`;
const ofChild = (alias: string): string => `${alias}.la_code = $1 AND ${alias}.child_id = child.id`;

/** SQL: the last day of a health check of some kinds that was done. */
const lastCheckSql = (...kinds: string[]): string => `(
    SELECT max(h.happened_on) FROM health_event h
    WHERE ${ofChild('h')} AND h.superseded_at IS NULL AND NOT h.is_withdrawn AND h.outcome = 'DONE'
      AND h.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) AND h.happened_on <= $2::date
  )`;

/** SQL: how often the child was missing or away from the placement in the year, within the period of care. */
const incidentsSql = (kind: 'M' | 'A'): string => `(
    SELECT count(*)::int FROM missing_incident m
    WHERE ${ofChild('m')} AND m.kind = '${kind}' AND m.started_on <= $2::date AND m.started_on > ${YEAR_BEFORE}
      AND m.started_on >= care.started_on
  )`;

/**
 * SQL: the placements of the year: those with a carer who was there on some day of it. Changes of legal status, temporary
 * placements, and placements with the same carer as before are no new ones.
 */
const placementsSql = `(
    SELECT count(DISTINCT coalesce(p.carer_since, p.started_on))::int FROM placement p
    WHERE ${ofChild('p')} AND NOT p.is_temporary AND p.started_on <= $2::date
      AND (p.ended_on IS NULL OR p.ended_on > ${YEAR_BEFORE}) AND p.started_on <= coalesce(care.ended_on, $2::date)
  )`;

/** SQL: whether the child was an unaccompanied asylum seeker on some day of the year (table UASC, DUC). */
const asylumSql = `EXISTS (
    SELECT FROM (
      SELECT r.cells[4] AS ceased FROM return_row r
      WHERE r.la_code = $1 AND r.child_local_id = child.local_id AND r.table_name = 'UASC' AND r.superseded_at IS NULL
      ORDER BY r.collection_year DESC LIMIT 1
    ) uasc
    WHERE uasc.ceased = '' OR to_date(uasc.ceased, 'DD/MM/YYYY') > ${YEAR_BEFORE}
  )`;

const sql = `WITH ${careSql}
  SELECT ${personColumnsSql}, ${asylumSql} AS "isAsylumSeeker", care.started_on AS "startedOn", care.ended_on AS "endedOn",
    last.category_of_need AS need, last.reason_ended AS "reasonEnded", legal.legal_status AS "legalStatus",
    legal.started_on AS "legalSince",
    EXISTS (
      SELECT FROM period_of_care before WHERE ${ofChild('before')} AND before.ended_on <= care.started_on
        AND before.ended_on > ${YEAR_BEFORE}
    ) AS "isSecondPeriod",
    reviewed.held_on AS "reviewedOn", ${lastVisitSql} AS "visitedOn", plan.permanence_aim AS plan,
    greatest(reviewed.held_on, officer.seen_on) AS "officerOn",
    ${lastCheckSql('INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT')} AS "assessedOn", ${lastCheckSql('DENTAL_CHECK')} AS "dentistOn",
    ${placementsSql} AS placements, placed.started_on AS "placedOn", placed.type, placed.provider, placed.urn,
    placed.placement_postcode AS postcode, placed.is_inside_authority AS "isInside", lies.la_code AS "placedIn",
    ${incidentsSql('M')} AS missing, ${incidentsSql('A')} AS away,
    interview.is_offered AS "isOffered", interview.is_accepted AS "isAccepted", incident.started_on AS "missingFrom",
    led.worker_id AS "workerId"
  FROM care JOIN child ON child.la_code = $1 AND child.id = care.child_id
  JOIN LATERAL (
    SELECT e.category_of_need, e.reason_ended FROM episode e
    WHERE ${ofChild('e')} AND e.superseded_at IS NULL AND e.started_on <= $2::date
    ORDER BY e.started_on DESC LIMIT 1
  ) last ON true
  LEFT JOIN LATERAL (
    SELECT l.legal_status, l.started_on FROM legal_status_period l WHERE ${ofChild('l')} AND l.started_on <= $2::date
    ORDER BY l.started_on DESC LIMIT 1
  ) legal ON true
  LEFT JOIN LATERAL (
    SELECT max(r.held_on) AS held_on FROM review r WHERE ${ofChild('r')} AND r.held_on <= $2::date
      AND r.held_on >= care.started_on
  ) reviewed ON true
  LEFT JOIN LATERAL (
    SELECT max(m.discussed_on) AS seen_on FROM review_meeting m
    WHERE ${ofChild('m')} AND ${presentSql('m')} AND m.discussed_on <= $2::date
  ) officer ON true
  LEFT JOIN LATERAL (
    SELECT c.permanence_aim FROM care_plan c
    WHERE ${ofChild('c')} AND ${presentSql('c')} AND c.kind = 'CARE' AND c.agreed_on <= $2::date
    ORDER BY c.agreed_on DESC, c.edition DESC LIMIT 1
  ) plan ON true
  LEFT JOIN LATERAL (
    SELECT p.started_on, p.type, p.provider, p.urn, p.placement_postcode, p.is_inside_authority FROM placement p
    WHERE ${ofChild('p')} AND p.started_on <= $2::date ORDER BY p.started_on DESC, p.id DESC LIMIT 1
  ) placed ON true
  LEFT JOIN postcode lies ON lies.postcode = placed.placement_postcode
  LEFT JOIN LATERAL (
    SELECT m.started_on FROM missing_incident m WHERE ${ofChild('m')} AND m.kind = 'M' AND m.started_on <= $2::date
    ORDER BY m.started_on DESC LIMIT 1
  ) incident ON true
  LEFT JOIN LATERAL (
    SELECT i.is_offered, i.is_accepted FROM return_interview i
    WHERE ${ofChild('i')} AND ${presentSql('i')} AND i.missing_from = incident.started_on
    ORDER BY i.recorded_at DESC LIMIT 1
  ) interview ON true
  ${profileSql} ${workerSql('coalesce(care.ended_on, $2::date)')}
  ORDER BY child.local_id`;

function coded(name: string, list: AnnexACodeList, value: string, source: string): AnnexAFilling {
  return { name, source, whyBlank: null, cell: (record) => annexACode(list, textOf(record[value])) };
}

function yesOrNo(name: string, value: string, source: string): AnnexAFilling {
  return { name, source, whyBlank: null, cell: (record) => annexACode('yesNo', truthOf(record[value])) };
}

/** What the template asks for where a placement lies in no authority of England, by the first letter of the ONS code. */
const outsideEngland: Readonly<Record<string, string>> = {
  N: 'NIR - Child placed in Northern Ireland',
  S: 'SCO - Child placed in Scotland',
  W: 'WAL - Child placed in Wales',
};

const LOOKED_AFTER = 'The child is looked after.';
const NOTHING = 'None is on record.';

/** List 8. @see SSDA903 columns beside Annex A: RNE, DECOM, CIN, LS, PLACE, PLACE_PROVIDER, PL_POST, URN, REC, MISSING */
export const childrenInCare: AnnexASource = {
  number: 8,
  whyEmpty: 'No child was looked after on the day or in the six months before it.',
  sql,
  columns: [
    ...whoTheChildIs,
    yesOrNo(
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
      'isAsylumSeeker',
      'The newest row of the SSDA903’s table UASC: the status had not ceased twelve months before',
    ),
    disability,
    picked('Date Started to be Looked After', 'startedOn', 'The first day of the latest period of care'),
    coded("Child's Category of Need", 'categoryOfNeed', 'need', 'Category of need of the latest episode (CIN)'),
    yesOrNo(
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
      'isSecondPeriod',
      'Whether an earlier period of care ended in the twelve months before the day',
    ),
    picked('Start date of current legal status', 'legalSince', 'The first day of the run of episodes with that status'),
    coded("Child's Legal Status", 'legalStatus', 'legalStatus', 'Legal status of the latest episode (LS)'),
    picked('Date of Latest Statutory Review', 'reviewedOn', 'The last review held in this period of care', NOTHING),
    picked(
      'Date of Last Social Work Visit',
      'visitedOn',
      'The last visit on record at which a social worker saw the child',
      NOTHING,
    ),
    {
      name: 'What is the permanence plan for this child?',
      source: 'The aim of the care plan last agreed',
      whyBlank: 'No care plan with an aim was agreed by the day.',
      cell: ({ plan }) => annexACode('permanencePlan', textOf(plan)),
    },
    picked(
      'Date of Last IRO Visit / Contact to the Child',
      'officerOn',
      'The last review held, or the IRO’s last talk with the child before one, whichever is later',
      NOTHING,
    ),
    picked('Date of Last Health Assessment', 'assessedOn', 'The last health assessment on record as done', NOTHING),
    picked('Date of Last Dental Check', 'dentistOn', 'The last dental check on record as done', NOTHING),
    picked(
      'Number of Placements in the Last 12 months',
      'placements',
      'Carers the child was placed with on some day of the twelve months; temporary placements are no new ones',
    ),
    picked('Date Ceased to be Looked After', 'endedOn', 'The last day of the latest period of care', LOOKED_AFTER),
    {
      name: 'Reason Ceased to be Looked After',
      source: 'Reason of the last episode (REC)',
      whyBlank: LOOKED_AFTER,
      cell: ({ endedOn, reasonEnded }) => (endedOn === null ? null : annexACode('reasonCeased', textOf(reasonEnded))),
    },
    picked('Start Date of Most Recent Placement', 'placedOn', 'The first day of the latest placement'),
    coded('Placement Type', 'placementType', 'type', 'Type of the latest placement (PLACE)'),
    coded('Placement Provider', 'placementProvider', 'provider', 'Provider of the latest placement (PLACE_PROVIDER)'),
    picked('Placement postcode', 'postcode', 'Postcode of the latest placement (PL_POST)', 'None was returned.'),
    picked('URN of Placement', 'urn', 'Ofsted’s number of the latest placement (URN)', 'None was returned.'),
    {
      name: 'Placement Location',
      source: 'The placement’s postcode in the directory of postcodes',
      whyBlank: 'The directory does not hold the postcode.',
      cell: ({ isInside }) => annexACode('placementLocation', truthOf(isInside)),
    },
    {
      name: 'LA of Placement',
      source: 'The authority in which the placement’s postcode lies',
      whyBlank: 'The directory does not hold the postcode.',
      cell: ({ placedIn }) => outsideEngland[textOf(placedIn)?.slice(0, 1) ?? ''] ?? textOf(placedIn),
    },
    picked(
      'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
      'missing',
      'Times missing that began in the twelve months and in this period of care (MISSING M)',
    ),
    picked(
      'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
      'away',
      'Times away without authorisation that began in the twelve months and in this period of care (MISSING A)',
    ),
    {
      name: 'Was the child offered a Return Interview after their last missing episode (Y/N)?',
      source: 'The return interview recorded for the last time missing; unknown where none is',
      whyBlank: 'The child has never been missing.',
      cell: ({ missingFrom, isOffered }) =>
        missingFrom === null ? null : annexACode('yesNo', truthOf(isOffered) ?? 'unknown'),
    },
    {
      name: 'Did the child accept a Return Interview after their last missing episode (Y/N)?',
      source: 'The return interview recorded for the last time missing',
      whyBlank: 'The child has never been missing, or no interview was offered.',
      cell: ({ missingFrom, isOffered, isAccepted }) =>
        missingFrom === null || isOffered !== true ? null : annexACode('yesNo', truthOf(isAccepted) ?? 'unknown'),
    },
    ...teamAndWorker,
  ],
};
