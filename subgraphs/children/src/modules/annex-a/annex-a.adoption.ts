import { annexACode } from '@mainstay/annex-a';
import { picked, textOf, type AnnexASource } from './annex-a.list.ts';
import { disability, personColumnsSql, profileSql, whoTheChildIs } from './annex-a.person.ts';

const WITHIN_YEAR = (day: string): string => `${day} <= $2::date AND ${day} > $2::date - interval '12 months'`;

/** SQL: a cell of a return's row as a day; null where it is blank or no day. */
const dayOfCell = (cell: string): string =>
  `CASE WHEN ${cell} ~ '^[0-3]\\d/[01]\\d/\\d{4}$' THEN to_date(${cell}, 'DD/MM/YYYY') END`;

/** SQL: the newest row of a table of the return about the child. */
const newestRow = (table: string, alias: string): string => `LEFT JOIN LATERAL (
    SELECT r.cells FROM return_row r
    WHERE r.la_code = $1 AND r.child_local_id = child.local_id AND r.table_name = '${table}' AND r.superseded_at IS NULL
      AND make_date(r.collection_year - 1, 4, 1) <= $2::date
    ORDER BY r.collection_year DESC LIMIT 1
  ) ${alias} ON true`;

/**
 * List 10. What was recorded of a decision counts before what the returns say of it (PlacedAdoption: cells 3 to 5; AD1:
 * cells 3 and 4).
 */
export const adoption: AnnexASource = {
  number: 10,
  whyEmpty:
    'No child was adopted, waited for adoption after a decision, or had such a decision reversed in the twelve months.',
  sql: `
    SELECT * FROM (
      SELECT ${personColumnsSql}, care.started_on AS "enteredOn", noted.family_id AS "familyId",
        coalesce(noted.decided_on, ${dayOfCell('placed.cells[3]')}, ${dayOfCell('adopted.cells[3]')}) AS "decidedOn",
        ordered.started_on AS "orderedOn", coalesce(noted.matched_on, ${dayOfCell('adopted.cells[4]')}) AS "matchedOn",
        home.started_on AS "placedOn", over.ended_on AS "adoptedOn",
        coalesce(noted.reversed_on, ${dayOfCell('placed.cells[4]')}) AS "reversedOn",
        coalesce(noted.reversed_reason, nullif(placed.cells[5], '')) AS "reversedReason",
        coalesce(noted.foster_to_adopt_on, dual.started_on) AS "fosteredOn"
      FROM child
      LEFT JOIN LATERAL (
        SELECT p.started_on, p.ended_on FROM period_of_care p
        WHERE p.la_code = $1 AND p.child_id = child.id AND p.started_on <= $2::date ORDER BY p.started_on DESC LIMIT 1
      ) care ON true
      LEFT JOIN LATERAL (
        SELECT d.* FROM adoption_decision d
        WHERE d.la_code = $1 AND d.child_id = child.id AND d.superseded_at IS NULL AND NOT d.is_withdrawn
          AND d.decided_on <= $2::date
        ORDER BY d.decided_on DESC LIMIT 1
      ) noted ON true
      ${newestRow('PlacedAdoption', 'placed')} ${newestRow('AD1', 'adopted')}
      LEFT JOIN LATERAL (
        SELECT min(l.started_on) AS started_on FROM legal_status_period l
        WHERE l.la_code = $1 AND l.child_id = child.id AND l.legal_status IN ('E1', 'D1') AND l.started_on <= $2::date
          AND l.started_on >= care.started_on
      ) ordered ON true
      LEFT JOIN LATERAL (
        SELECT min(p.started_on) AS started_on FROM placement p
        WHERE p.la_code = $1 AND p.child_id = child.id AND p.type IN ('A3', 'A4', 'A5', 'A6')
          AND p.started_on <= $2::date AND p.started_on >= care.started_on
      ) home ON true
      LEFT JOIN LATERAL (
        SELECT min(p.started_on) AS started_on FROM placement p
        WHERE p.la_code = $1 AND p.child_id = child.id AND p.type IN ('U2', 'U5') AND p.started_on <= $2::date
          AND p.started_on >= care.started_on
      ) dual ON true
      LEFT JOIN LATERAL (
        SELECT max(e.ended_on) AS ended_on FROM episode e
        WHERE e.la_code = $1 AND e.child_id = child.id AND e.superseded_at IS NULL
          AND e.reason_ended IN ('E11', 'E12') AND e.ended_on <= $2::date
      ) over ON true
      ${profileSql}
      WHERE child.la_code = $1 AND child.id <> ALL ($3::text[])
    ) list
    WHERE (${WITHIN_YEAR('"adoptedOn"')})
      OR ("adoptedOn" IS NULL AND "decidedOn" <= $2::date AND ("reversedOn" IS NULL OR "reversedOn" > $2::date)
        AND "enteredOn" <= "decidedOn" AND EXISTS (
          SELECT FROM period_of_care p WHERE p.la_code = $1 AND p.child_id = list."childId" AND p.started_on <= $2::date
            AND (p.ended_on IS NULL OR p.ended_on > $2::date)))
      OR (${WITHIN_YEAR('"reversedOn"')})
    ORDER BY "localId"`,
  columns: [
    ...whoTheChildIs.slice(0, 1),
    picked('Family identifier', 'familyId', 'The record of the adoption decision', 'The child is not matched yet.'),
    ...whoTheChildIs.slice(1),
    disability,
    picked('Date the Child Entered Care', 'enteredOn', 'The first day of the latest period of care'),
    picked(
      'Date of Decision that Child Should be Placed for Adoption',
      'decidedOn',
      'The record of the decision, else DATE_PLACED or DATE_INT of the newest return',
      'No decision is on record.',
    ),
    picked('Date of Placement Order', 'orderedOn', 'The first day of legal status E1 or D1', 'There was none.'),
    picked(
      'Date of Matching Child and Prospective Adopters',
      'matchedOn',
      'The record of the decision, else DATE_MATCH of the newest return',
      'The child is not matched yet.',
    ),
    picked('Date Placed for Adoption', 'placedOn', 'The first day of a placement A3 to A6', 'Not placed yet.'),
    picked('Date of Adoption Order', 'adoptedOn', 'The end of the last episode, for E11 or E12', 'Not adopted yet.'),
    picked(
      'Date of Decision that Child Should No Longer be Placed for Adoption',
      'reversedOn',
      'The record of the decision, else DATE_PLACED_CEASED of the newest return',
      'The decision stands.',
    ),
    {
      name: 'Reason Why Child No Longer Placed for Adoption',
      source: 'The record of the decision, else REASON_PLACED_CEASED of the newest return',
      whyBlank: 'The decision stands.',
      cell: ({ reversedReason }) => annexACode('reasonNotPlaced', textOf(reversedReason)),
    },
    picked(
      'Date the child was placed for fostering in FFA or concurrent planning placement',
      'fosteredOn',
      'The record of the decision, else the first day of a placement U2 or U5',
      'There was none.',
    ),
  ],
};
