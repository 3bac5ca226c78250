import { useState } from 'react';
import { ChangeSurveyDocument, SurveyBankDocument, type SurveyBankQuery } from '../generated/operations.ts';
import { useMutationOperation, useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Part } from '../page/part.tsx';
import { RecordForm } from '../record/form/record-form.tsx';
import { useNavigate } from '../routing/router.tsx';
import { useViewer } from '../session/session.tsx';
import { changeFields, changeInput, changeInitial } from './change-fields.ts';
import { refusedAsError } from './refused-as-error.ts';
import { SurveyFrame, type OneSurvey } from './survey-frame.tsx';
import { licensedFields } from './survey-fields.ts';
import { mayChangeDesign, surveyPath, useSurveyPlace } from './survey-place.ts';

/** Changes what a survey asks, before its first day. */
export function ChangeSurveyPage() {
  const viewer = useViewer();
  const place = useSurveyPlace();
  const bank = useOperation(SurveyBankDocument, {});
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <SurveyFrame title="Change the design" hasErrors={hasErrors}>
      {(survey) =>
        mayChangeDesign(viewer, place, survey) ? (
          <Part what="The bank of questions" operation={bank} shape="text" count={8}>
            {({ surveyBank }) => <ChangeForm survey={survey} bank={surveyBank} onFaults={setHasErrors} />}
          </Part>
        ) : (
          <EmptyState title="What is asked cannot be changed any more, or not by you.">
            From its first day a survey stays as it is: both times ask the same.
          </EmptyState>
        )
      }
    </SurveyFrame>
  );
}

function ChangeForm(props: {
  readonly survey: OneSurvey;
  readonly bank: SurveyBankQuery['surveyBank'];
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { bank, onFaults } = props;
  // The form is about the design that was there when it was opened.
  const [survey] = useState(props.survey);
  const place = useSurveyPlace();
  const navigate = useNavigate();
  const change = useMutationOperation(ChangeSurveyDocument);
  const back = surveyPath(place, survey.id);
  return (
    <RecordForm
      fields={[...changeFields(bank), ...licensedFields(bank)]}
      initial={changeInitial(bank, survey)}
      send={async (answers) =>
        refusedAsError((await change.run({ input: changeInput(bank, survey, answers) as never })).result)
      }
      onDone={() => navigate(back)}
      onFaults={onFaults}
      submit="Save the design"
      done="The design is changed."
      cancelTo={back}
    />
  );
}
