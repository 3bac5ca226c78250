import '@mainstay/web-kit/styles.scss';
import { BrowserRouter, GraphProvider } from '@mainstay/web-kit';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ShellBoundary } from './shell-boundary.tsx';
import { SignedIn } from './signed-in.tsx';

// GOV.UK Frontend's styles for what works with scripts only.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

const place = document.getElementById('shell');
if (!place) throw new Error('The page has no #shell.');
createRoot(place).render(
  <StrictMode>
    <ShellBoundary>
      <BrowserRouter>
        <GraphProvider>
          <SignedIn />
        </GraphProvider>
      </BrowserRouter>
    </ShellBoundary>
  </StrictMode>,
);
