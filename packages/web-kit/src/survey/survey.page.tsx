import { Button, ButtonGroup } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { Tag } from '../components/notices.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { formatInstantDate, formatNumber } from '../format/format.ts';
import { useViewer } from '../session/session.tsx';
import { SurveyFrame, type OneSurvey } from './survey-frame.tsx';
import { mayChangeDesign, mayDesign, mayInvite, surveyPath, useSurveyPlace } from './survey-place.ts';
import { answeredInWords, groupMeanings, groupNames, waveInWords, type Wave } from './survey-words.ts';

/** One survey: its two points in time, who was asked and how many answered, and what is asked. */
export function SurveyPage() {
  return (
    <SurveyFrame>
      {(survey) => (
        <>
          <SurveySummary survey={survey} />
          {survey.waves.map((wave) => (
            <WaveSection key={wave.id} survey={survey} wave={wave} />
          ))}
          <Asked survey={survey} />
        </>
      )}
    </SurveyFrame>
  );
}

function SurveySummary({ survey }: { readonly survey: OneSurvey }) {
  const place = useSurveyPlace();
  const hasResults = survey.waves.some(({ state }) => state === 'CLOSED');
  return (
    <>
      {survey.about && <p className="govuk-body mainstay-page__narrow">{survey.about}</p>}
      <SummaryList
        rows={[
          { key: 'Asked', value: survey.groups.map((group) => groupMeanings[group]).join('; ') },
          { key: 'Results are shown of', value: `groups with at least ${survey.leastRespondents} answers` },
          {
            key: 'Designed',
            value: `${formatInstantDate(survey.createdAt)} by ${survey.createdBy.name ?? 'somebody who is no longer known'}`,
          },
        ]}
      />
      {hasResults ? (
        <Button to={`${surveyPath(place, survey.id)}/results`}>See the results</Button>
      ) : (
        <p className="govuk-body">
          Results are shown once the first time has closed. Until then nobody can read an answer.
        </p>
      )}
    </>
  );
}

function WaveSection({ survey, wave }: { readonly survey: OneSurvey; readonly wave: Wave }) {
  const viewer = useViewer();
  const place = useSurveyPlace();
  const base = `${surveyPath(place, survey.id)}/${wave.number}`;
  const invites = mayInvite(viewer, place) && wave.state !== 'CLOSED';
  const id = `wave-${wave.number}`;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {wave.number === 1 ? 'First time' : 'Second time'}
      </h2>
      <p className="govuk-body">
        <WaveTag wave={wave} /> {waveInWords(wave)}
      </p>
      <Table
        caption={`Response, ${wave.number === 1 ? 'first' : 'second'} time`}
        isCaptionHidden
        rows={wave.responses}
        rowKey={({ group }) => group}
        hasRowHeads
        columns={[
          { key: 'group', head: 'Group', cell: ({ group }) => groupNames[group] },
          { key: 'invited', head: 'Invited', isNumeric: true, cell: ({ invited }) => formatNumber(invited) },
          { key: 'answered', head: 'Answered', cell: (row) => answeredInWords(row, wave, row.isKeptBack) },
        ]}
      />
      {wave.total && wave.total.invited > 0 && (
        <p className="govuk-body">All groups together: {answeredInWords(wave.total, wave, false)}.</p>
      )}
      <ButtonGroup>
        {invites && (
          <Button to={`${base}/invite`} kind="secondary">
            Invite staff
          </Button>
        )}
        {invites && wave.state === 'OPEN' && (
          <Button to={`${base}/remind`} kind="secondary">
            Remind
          </Button>
        )}
        {mayDesign(viewer, place) && wave.state !== 'CLOSED' && (
          <Button to={`${base}/days`} kind="secondary">
            Change the days, or close
          </Button>
        )}
      </ButtonGroup>
      <Details summary={`Numbers to compare, ${wave.number === 1 ? 'first' : 'second'} time`}>
        <p>
          Everybody in a group is shown the same number on their page. If two people of one group see different ones,
          somebody tries to tell them apart: do not answer, and say so.
        </p>
        <ul>
          {wave.responses.map(({ group, fingerprint }) => (
            <li key={group}>
              {groupNames[group]}: <code className="mainstay-fingerprint">{fingerprint}</code>
            </li>
          ))}
        </ul>
      </Details>
    </section>
  );
}

function WaveTag({ wave }: { readonly wave: Wave }) {
  if (wave.state === 'OPEN') return <Tag colour="green">Open</Tag>;
  return wave.state === 'PLANNED' ? <Tag>Planned</Tag> : <Tag colour="grey">Closed</Tag>;
}

function Asked({ survey }: { readonly survey: OneSurvey }) {
  const viewer = useViewer();
  const place = useSurveyPlace();
  const licences = new Map(survey.licensedItems.map(({ scaleId, licence }) => [scaleId, licence]));
  return (
    <section aria-labelledby="asked">
      <h2 className="govuk-heading-m" id="asked">
        What is asked
      </h2>
      {mayChangeDesign(viewer, place, survey) && (
        <Button to={`${surveyPath(place, survey.id)}/change`} kind="secondary">
          Change the design
        </Button>
      )}
      {survey.scales.map((scale) => (
        <Details key={scale.id} summary={scale.name}>
          <p>{scale.about}</p>
          {scale.items.length > 0 && (
            <ul>
              {scale.items.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          )}
          {scale.isLicensed && (
            <p>
              {licences.has(scale.id)
                ? `Asked in the words of the instrument. Licence: ${licences.get(scale.id)}.`
                : 'People enter the score they worked out with the instrument itself.'}
            </p>
          )}
          <p>Source: {scale.source}</p>
        </Details>
      ))}
    </section>
  );
}
