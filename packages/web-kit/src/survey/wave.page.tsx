import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { ChangeWaveDocument, CloseWaveDocument } from '../generated/operations.ts';
import { useMutationOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { leaveNotice } from '../record/form/left-notice.tsx';
import { RecordForm } from '../record/form/record-form.tsx';
import type { RecordField } from '../record/form/record-field.ts';
import { useNavigate } from '../routing/router.tsx';
import { useViewer } from '../session/session.tsx';
import { refusedAsError } from './refused-as-error.ts';
import { WaveFrame, type OneSurvey } from './survey-frame.tsx';
import { mayDesign, surveyPath, useSurveyPlace } from './survey-place.ts';
import type { Wave } from './survey-words.ts';

/** Changes the days of a point in time, or closes it at once. */
export function WavePage() {
  const viewer = useViewer();
  const place = useSurveyPlace();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WaveFrame title="Days" hasErrors={hasErrors}>
      {(survey, wave) =>
        !mayDesign(viewer, place) || wave.state === 'CLOSED' ? (
          <EmptyState title="These days cannot be changed any more, or not by you." />
        ) : (
          <>
            <DaysForm survey={survey} wave={wave} onFaults={setHasErrors} />
            {wave.state === 'OPEN' && <CloseNow survey={survey} wave={wave} />}
          </>
        )
      }
    </WaveFrame>
  );
}

const lastDay: RecordField = {
  kind: 'day',
  name: 'closesOn',
  label: 'The last day on which answers are taken',
  missing: 'Enter the last day',
};
const firstDay: RecordField = {
  kind: 'day',
  name: 'opensOn',
  label: 'The first day on which answers are taken',
  missing: 'Enter the first day',
};

function DaysForm(props: {
  readonly survey: OneSurvey;
  readonly wave: Wave;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { survey, wave, onFaults } = props;
  const place = useSurveyPlace();
  const navigate = useNavigate();
  const change = useMutationOperation(ChangeWaveDocument);
  const back = surveyPath(place, survey.id);
  return (
    <RecordForm
      fields={wave.state === 'PLANNED' ? [firstDay, lastDay] : [lastDay]}
      initial={{ opensOn: wave.opensOn, closesOn: wave.closesOn }}
      send={async ({ opensOn, closesOn }) => {
        const input = { waveId: wave.id, closesOn, ...(opensOn ? { opensOn } : {}) };
        return refusedAsError((await change.run({ input: input as never })).result);
      }}
      onDone={() => navigate(back)}
      onFaults={onFaults}
      submit="Save the days"
      done="The days are changed."
      cancelTo={back}
    />
  );
}

function CloseNow({ survey, wave }: { readonly survey: OneSurvey; readonly wave: Wave }) {
  const place = useSurveyPlace();
  const navigate = useNavigate();
  const close = useMutationOperation(CloseWaveDocument);
  const [fault, setFault] = useState<string | null>(null);
  const run = async () => {
    refusedAsError((await close.run({ input: { waveId: wave.id } })).result);
    leaveNotice('It is closed. The results of groups in which enough answered can be seen now.');
    navigate(surveyPath(place, survey.id));
  };
  return (
    <Details summary="Close it now">
      <p>No more answers are taken, and it cannot be opened again. Answers that somebody is writing now are lost.</p>
      {fault && (
        <p role="alert" className="govuk-error-message">
          {fault}
        </p>
      )}
      <Button type="button" kind="warning" onClick={() => void run().catch((error: Error) => setFault(error.message))}>
        Close it now
      </Button>
    </Details>
  );
}
