import { Component, type ReactNode } from 'react';

/** The last resort: whatever the shell itself cannot draw ends here, never on an empty page. */
export class ShellBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" role="alert">
          <h1 className="govuk-heading-l">Sorry, there is a problem with the service</h1>
          <p className="govuk-body">Nothing you saved is lost.</p>
          <button type="button" className="govuk-button" onClick={() => location.reload()}>
            Load the page again
          </button>
        </main>
      </div>
    );
  }
}
