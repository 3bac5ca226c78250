import { Anchor } from '../components/link.tsx';

/** Closes every page. */
export function Footer({ version }: { version?: string | undefined }) {
  return (
    <footer className="govuk-footer">
      <div className="govuk-width-container">
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="govuk-footer__inline-list">
              <li className="govuk-footer__inline-list-item">
                <Anchor className="govuk-footer__link" to="/accessibility-statement">
                  Accessibility statement
                </Anchor>
              </li>
            </ul>
            {version && <span className="govuk-footer__licence-description">{version}</span>}
          </div>
        </div>
      </div>
    </footer>
  );
}
