import { Link } from '../components/link.tsx';
import { useViewer } from '../session/session.tsx';
import { breakGlassPath, mayBreakGlass } from './may-break-glass.ts';

/** Leads on from a record that is not found to breaking the glass, for those who may. */
export function CannotFind({ childrenPath }: { readonly childrenPath: string }) {
  if (!mayBreakGlass(useViewer())) return null;
  return (
    <p className="govuk-body">
      <Link to={breakGlassPath(childrenPath)}>I need to see a record I cannot find</Link>
    </p>
  );
}
