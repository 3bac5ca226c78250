import { Link } from '../components/link.tsx';

/** Closes every page; `version` says what is running on it. */
export function Footer({ version }: { version?: string | undefined }) {
  return (
    <footer className="mainstay-footer">
      <div className="govuk-width-container mainstay-footer__content">
        <p>
          <Link to="/accessibility-statement">Accessibility statement</Link>
        </p>
        {version && <p className="mainstay-footer__version">{version}</p>}
      </div>
    </footer>
  );
}
