import type { WebModule } from '@mainstay/web-kit';
import { Suspense, use, useState } from 'react';
import { Pane } from '../pages/pane.tsx';
import { openModule, reopenModule } from './load-module.ts';
import { ModuleBoundary } from './module-boundary.tsx';
import type { ModuleEntry } from './module-entry.ts';

/** After so many fresh attempts the page itself is loaded again. */
const mostAttempts = 3;

/** The place of one module. Whatever goes wrong with it stays inside. */
export function ModuleSlot({ module }: { module: ModuleEntry }) {
  const [opening, setOpening] = useState(() => ({ attempt: 0, promise: openModule(module) }));
  const retry = () => {
    const attempt = opening.attempt + 1;
    if (attempt > mostAttempts) return location.reload();
    setOpening({ attempt, promise: reopenModule(module, attempt) });
  };
  return (
    <ModuleBoundary key={opening.attempt} module={module} onRetry={retry}>
      <Suspense fallback={<Pane what={module.title} />}>
        <Opened promise={opening.promise} />
      </Suspense>
    </ModuleBoundary>
  );
}

function Opened({ promise }: { promise: Promise<WebModule> }) {
  const { Page } = use(promise);
  return <Page />;
}
