import { useState } from 'react';
import { InsetText } from '../components/notices.tsx';
import { RemindDocument } from '../generated/operations.ts';
import { useMutationOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { RecordForm } from '../record/form/record-form.tsx';
import { useViewer } from '../session/session.tsx';
import { inviteFields } from './invite-fields.ts';
import { LinksGiven, type GivenLinks } from './links-given.tsx';
import { refusedAsError } from './refused-as-error.ts';
import { WaveFrame, type OneSurvey } from './survey-frame.tsx';
import { mayInvite, surveyPath, useSurveyPlace } from './survey-place.ts';
import type { Wave } from './survey-words.ts';

/** Reminds everybody of a group, whoever has answered or not. */
export function RemindPage() {
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WaveFrame title="Remind staff" hasErrors={hasErrors}>
      {(survey, wave) => <RemindForm survey={survey} wave={wave} onFaults={setHasErrors} />}
    </WaveFrame>
  );
}

function RemindForm(props: {
  readonly survey: OneSurvey;
  readonly wave: Wave;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { survey, wave, onFaults } = props;
  const viewer = useViewer();
  const place = useSurveyPlace();
  const remind = useMutationOperation(RemindDocument);
  const [given, setGiven] = useState<GivenLinks | null>(null);
  const back = surveyPath(place, survey.id);
  if (!mayInvite(viewer, place)) return <EmptyState title="Others remind of this survey." />;
  if (given) return <LinksGiven given={given} backTo={back} />;
  const groups = place.practice === null ? survey.groups : survey.groups.filter((group) => group === 'PRACTICE');
  const [which] = inviteFields(groups);
  return (
    <RecordForm
      fields={
        which ? [{ ...which, label: 'Which group do you remind?', missing: 'Choose which group you remind' }] : []
      }
      initial={groups.length === 1 ? { group: groups[0] } : {}}
      send={async ({ group }) => {
        const input = { waveId: wave.id, group };
        return refusedAsError((await remind.run({ input: input as never })).result);
      }}
      onDone={(answer) => {
        const { mailed, links } = answer as unknown as GivenLinks;
        setGiven({ heading: 'The group is reminded.', mailed, links });
      }}
      onFaults={onFaults}
      submit="Remind everybody in the group"
      done="The group is reminded."
      cancelTo={back}
    >
      <InsetText>
        Everybody in the group who was invited is reminded, whether they have answered or not: nobody can see who has.
        The new link belongs to the same invitation; whoever has answered can ignore it.
      </InsetText>
    </RecordForm>
  );
}
