import { Link } from '../../components/link.tsx';
import { useViewer } from '../../session/session.tsx';

/** The way to one's own time diary, for those who keep one. */
export function OwnTime() {
  const { role } = useViewer();
  const module = role.startsWith('swp-') ? 'swp' : role === 'la-worker' || role === 'la-manager' ? 'la' : null;
  return (
    module && (
      <p className="govuk-body">
        <Link to={`/${module}/diary`}>Enter how you spent your day</Link>
      </p>
    )
  );
}
