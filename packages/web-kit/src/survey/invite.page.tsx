import { useState } from 'react';
import { InsetText } from '../components/notices.tsx';
import { formatCount } from '../format/format.ts';
import { InviteDocument } from '../generated/operations.ts';
import { useMutationOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { RecordForm } from '../record/form/record-form.tsx';
import { useViewer } from '../session/session.tsx';
import { inviteFields, inviteInput } from './invite-fields.ts';
import { LinksGiven, type GivenLinks } from './links-given.tsx';
import { refusedAsError } from './refused-as-error.ts';
import { WaveFrame, type OneSurvey } from './survey-frame.tsx';
import { mayInvite, surveyPath, useSurveyPlace } from './survey-place.ts';
import type { Wave } from './survey-words.ts';

/** Invites staff to a point in time of a survey. */
export function InvitePage() {
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WaveFrame title="Invite staff" hasErrors={hasErrors}>
      {(survey, wave) => <InviteForm survey={survey} wave={wave} onFaults={setHasErrors} />}
    </WaveFrame>
  );
}

function InviteForm(props: {
  readonly survey: OneSurvey;
  readonly wave: Wave;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { survey, wave, onFaults } = props;
  const viewer = useViewer();
  const place = useSurveyPlace();
  const invite = useMutationOperation(InviteDocument);
  const [given, setGiven] = useState<GivenLinks | null>(null);
  const back = surveyPath(place, survey.id);
  if (!mayInvite(viewer, place)) return <EmptyState title="Others invite to this survey." />;
  if (given) return <LinksGiven given={given} backTo={back} />;
  const groups = place.practice === null ? survey.groups : survey.groups.filter((group) => group === 'PRACTICE');
  return (
    <RecordForm
      fields={inviteFields(groups)}
      initial={groups.length === 1 ? { group: groups[0] } : {}}
      send={async (answers) => {
        const input = inviteInput(answers, { waveId: wave.id, practice: place.practice });
        return refusedAsError((await invite.run({ input: input as never })).result);
      }}
      onDone={(answer) => {
        const { invited, mailed, links } = answer as unknown as GivenLinks & { readonly invited: number };
        setGiven({ heading: `${formatCount(invited, 'person is', 'people are')} invited.`, mailed, links });
      }}
      onFaults={onFaults}
      submit="Invite"
      done="Staff are invited."
      cancelTo={back}
    >
      <InsetText>
        Everybody gets a link of their own, with which they answer without an account. Nobody can see who has answered.
        Whoever was invited already is not invited again.
      </InsetText>
    </RecordForm>
  );
}
