import { Link } from '../../components/link.tsx';
import { useViewer } from '../../session/session.tsx';

/** The way of somebody who is no manager to their own time diary. */
export function OwnTime() {
  const { audience } = useViewer();
  return audience === 'practice' ? (
    <p className="govuk-body">
      <Link to="/swp/diary">Enter how you spent your day</Link>
    </p>
  ) : null;
}
