import { Link } from '../components/link.tsx';
import { Page } from './page.tsx';

/** There is no such page, or it is not for this viewer: the same words, so that neither can be told from the other. */
export function NotFoundPage() {
  return (
    <Page title="Page not found" isNarrow>
      <p className="govuk-body">
        If you typed the address, check it. If you followed a link, the page may have moved, or it may not be open to
        you.
      </p>
      <p className="govuk-body">
        <Link to="/">Go to the first page</Link>
      </p>
    </Page>
  );
}
