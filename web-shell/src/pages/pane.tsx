import { Loading } from '@mainstay/web-kit';

/** The place of a page that is on its way. It is no `Page`: the focus waits for the page itself. */
export function Pane({ what }: { what: string }) {
  return (
    <div className="govuk-width-container">
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        <Loading what={what} shape="text" />
        <Loading what={what} shape="cards" />
      </main>
    </div>
  );
}
