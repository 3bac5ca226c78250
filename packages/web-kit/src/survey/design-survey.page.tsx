import { useState } from 'react';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { InsetText } from '../components/notices.tsx';
import { DesignSurveyDocument, SurveyBankDocument } from '../generated/operations.ts';
import { useMutationOperation, useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { RecordForm } from '../record/form/record-form.tsx';
import { useNavigate } from '../routing/router.tsx';
import { useViewer } from '../session/session.tsx';
import { designFields, designInput, licensedFields } from './survey-fields.ts';
import { mayDesign, surveyPath, useSurveyPlace } from './survey-place.ts';

/** Designs a survey from the bank. */
export function DesignSurveyPage() {
  const viewer = useViewer();
  const place = useSurveyPlace();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <Page
      title="Design a survey"
      caption={viewer.organisation}
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={[{ text: 'Staff surveys', to: place.surveysPath }]} />}
    >
      {mayDesign(viewer, place) ? (
        <DesignForm la={place.la ?? ''} onFaults={setHasErrors} />
      ) : (
        <EmptyState title="Surveys are designed by the authority’s managers and analysts." />
      )}
    </Page>
  );
}

function DesignForm({ la, onFaults }: { readonly la: string; readonly onFaults: (hasFaults: boolean) => void }) {
  const place = useSurveyPlace();
  const navigate = useNavigate();
  const bank = useOperation(SurveyBankDocument, {});
  const design = useMutationOperation(DesignSurveyDocument);
  return (
    <Part what="The bank of questions" operation={bank} shape="text" count={8}>
      {({ surveyBank }) => (
        <RecordForm
          fields={[...designFields(surveyBank), ...licensedFields(surveyBank)]}
          initial={{ leastRespondents: 10, groups: ['PRACTICE', 'HOST_LA'] }}
          send={async (answers) =>
            (await design.run({ input: { la, ...designInput(surveyBank, answers) } as never })).result
          }
          onDone={(answer) => {
            const { survey } = answer as { survey?: { id: string } };
            navigate(survey ? surveyPath(place, survey.id) : place.surveysPath);
          }}
          onFaults={onFaults}
          submit="Design the survey"
          done="The survey is designed. Invite staff next."
          cancelTo={place.surveysPath}
        >
          <InsetText>
            The questions follow the themes of the national evaluation of social work practices. A survey asks the same
            questions twice; before the first day you can change them, afterwards nobody can.
          </InsetText>
        </RecordForm>
      )}
    </Part>
  );
}
