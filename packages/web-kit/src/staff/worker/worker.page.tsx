import { Link } from '../../components/link.tsx';
import { CaseloadView } from '../caseload/caseload-section.tsx';
import { absenceSection } from '../absence/absence-section.tsx';
import { WorkerCensusView } from '../census/worker-census-view.tsx';
import { employmentSection } from '../employment/employment-section.tsx';
import { RegistrationView } from '../registration/registration-section.tsx';
import { supervisionSection } from '../supervision/supervision-section.tsx';
import { trainingSection } from '../training/training-section.tsx';
import { useViewer } from '../../session/session.tsx';
import { mayRecordStaff, useStaffPlace, workerPath } from '../staff-place.ts';
import { StaffSectionView } from './staff-section-view.tsx';
import { WorkerFrame } from './worker-frame.tsx';

const parts = [
  ['registration', 'Registration'],
  ['caseload', 'Caseload'],
  ['supervision', 'Supervision'],
  ['learning', 'Learning'],
  ['absence', 'Absence'],
  ['employment', 'Employment'],
] as const;

/** One worker: registration, caseload, the support they are owed, and their time with the employer. */
export function WorkerPage() {
  const place = useStaffPlace();
  const viewer = useViewer();
  const shown = parts.filter(([id]) => id !== 'absence' || absenceSection.isFor?.(viewer, place));
  const mayRecord = mayRecordStaff(viewer, place);
  return (
    <WorkerFrame>
      {(head) => (
        <>
          {mayRecord && head.recorded && (
            <p className="govuk-body">
              <Link to={`${workerPath(place, head.id)}/name`}>Correct the name</Link>
            </p>
          )}
          <nav aria-label="On this page" className="mainstay-chooser">
            <ul className="govuk-list">
              {shown.map(([id, title]) => (
                <li key={id}>
                  <a className="govuk-link" href={`#${id}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <RegistrationView head={head} base={workerPath(place, head.id)} mayRecord={mayRecord} />
          <CaseloadView head={head} />
          <StaffSectionView head={head} section={supervisionSection} />
          <StaffSectionView head={head} section={trainingSection} />
          <StaffSectionView head={head} section={absenceSection} />
          <StaffSectionView head={head} section={employmentSection} />
          <WorkerCensusView workerId={head.id} />
        </>
      )}
    </WorkerFrame>
  );
}
