import { annexACode } from '@mainstay/annex-a';
import { careSql, lastVisitSql } from './annex-a.care.ts';
import { picked, textOf, type AnnexASource } from './annex-a.list.ts';
import { disability, personColumnsSql, profileSql, teamAndWorker, whoTheChildIs, workerSql } from './annex-a.person.ts';

/** Why a case closed, by why the child ceased to be looked after: the closest of the census's reasons. */
const CLOSED_BECAUSE: Readonly<Record<string, string>> = {
  E11: 'RC1 - Adopted',
  E12: 'RC1 - Adopted',
  E2: 'RC2 - Died',
  E41: 'RC3 - Child arrangements order',
  E45: 'RC4 - Special guardianship order',
  E46: 'RC4 - Special guardianship order',
  E47: 'RC4 - Special guardianship order',
  E48: 'RC4 - Special guardianship order',
  E3: 'RC5 - Transferred to services of another local authority',
  E7: 'RC6 - Transferred to adult social care services',
};

/** List 6. Of the children in need, those looked after: the platform holds no others. */
export const childrenInNeed: AnnexASource = {
  number: 6,
  whyEmpty: 'No child was looked after on the day or in the six months before it.',
  sql: `WITH ${careSql}
    SELECT ${personColumnsSql}, care.started_on AS "startedOn", care.ended_on AS "endedOn", last.category_of_need AS need,
      ${lastVisitSql} AS "seenOn", last.reason_ended AS "reasonEnded", led.worker_id AS "workerId"
    FROM care JOIN child ON child.la_code = $1 AND child.id = care.child_id
    JOIN LATERAL (
      SELECT e.category_of_need, e.reason_ended FROM episode e
      WHERE e.la_code = $1 AND e.child_id = child.id AND e.superseded_at IS NULL AND e.started_on <= $2::date
      ORDER BY e.started_on DESC LIMIT 1
    ) last ON true
    ${profileSql} ${workerSql('coalesce(care.ended_on, $2::date)')}
    ORDER BY child.local_id`,
  columns: [
    ...whoTheChildIs,
    disability,
    picked(
      'CIN Start Date',
      'startedOn',
      'The day the child started to be looked after: the platform holds no earlier part of the episode of need',
    ),
    {
      name: 'Primary Need Code',
      source: 'Category of need of the latest episode (CIN of the SSDA903)',
      whyBlank: null,
      cell: ({ need }) => annexACode('categoryOfNeed', textOf(need)),
    },
    picked(
      'Date Child Was Last Seen',
      'seenOn',
      'The last visit on record at which a social worker saw the child',
      'No visit at which the child was seen is on record.',
    ),
    picked('CIN Closure Date', 'endedOn', 'The day the child ceased to be looked after', 'The child is looked after.'),
    {
      name: 'Reason for Closure',
      source: 'Why the child ceased to be looked after (REC), as the closest of the reasons of the census',
      whyBlank: 'The child is looked after.',
      cell: ({ endedOn, reasonEnded }) =>
        endedOn === null
          ? null
          : (CLOSED_BECAUSE[textOf(reasonEnded) ?? ''] ??
            'RC7 - Services ceased for any other reason, including child no longer in need'),
    },
    {
      name: 'Case status',
      source: 'Whether the child was looked after on the day',
      whyBlank: null,
      cell: ({ endedOn }) => annexACode('caseStatus', endedOn === null ? 'LOOKED_AFTER' : 'CLOSED'),
    },
    ...teamAndWorker,
  ],
};
