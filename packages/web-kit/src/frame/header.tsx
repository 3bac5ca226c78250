import { useState } from 'react';
import { Anchor } from '../components/link.tsx';
import { signOut } from '../session/sign-in.ts';
import { roleName } from '../session/role-name.ts';
import type { Viewer } from '../session/session.tsx';

/** The name of the service, and who is using it for whom. */
export function Header({ viewer }: { viewer: Viewer | null }) {
  return (
    <header>
      <div className="govuk-generic-header">
        <div className="govuk-generic-header__container govuk-width-container mainstay-header">
          <div className="govuk-generic-header__logo">
            <Anchor to="/" className="govuk-generic-header__homepage-link">
              Mainstay
            </Anchor>
          </div>
          {viewer && <Who viewer={viewer} />}
        </div>
      </div>
    </header>
  );
}

function Who({ viewer }: { viewer: Viewer }) {
  const [error, setError] = useState<string | null>(null);
  return (
    <div className="mainstay-who">
      <p className="mainstay-who__organisation">{viewer.organisation}</p>
      <p className="mainstay-who__person">
        {viewer.name}, {roleName(viewer.role).toLowerCase()}
      </p>
      <Anchor to="/account" className="mainstay-who__action">
        Your account
      </Anchor>
      <button
        type="button"
        className="mainstay-who__action"
        onClick={() => signOut().catch((cause: Error) => setError(cause.message))}
      >
        Sign out
      </button>
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
