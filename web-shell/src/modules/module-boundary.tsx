import { Button, Page } from '@mainstay/web-kit';
import { Component, type ReactNode } from 'react';
import type { ModuleEntry } from './module-entry.ts';
import { TimeLimitError } from './time-limit.ts';

interface ModuleBoundaryProps {
  readonly module: ModuleEntry;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** Stands in for a module that could not be loaded or that broke: says which one, and offers to try again. */
export class ModuleBoundary extends Component<ModuleBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    const { module, onRetry, children } = this.props;
    if (!error) return children;
    return (
      <Page title={`${module.title} is not available`} isNarrow>
        <div role="alert">
          <p className="govuk-body">
            {error instanceof TimeLimitError
              ? 'This part of the service did not answer in time.'
              : 'This part of the service could not be shown.'}{' '}
            The other parts work as before, and nothing you saved is lost.
          </p>
        </div>
        <Button type="button" onClick={onRetry}>
          Try again
        </Button>
        <p className="govuk-body-s">
          If it goes on, tell your support: module {module.id}, version {module.version}.
        </p>
      </Page>
    );
  }
}
