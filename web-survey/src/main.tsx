import './survey.scss';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HttpSurveyService } from './answering/http-survey-service.ts';
import { takeSecret } from './answering/link-secret.ts';
import { SurveyApp } from './survey-app.tsx';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

const secret = takeSecret(location, history);
const place = document.getElementById('survey');
if (!place) throw new Error('The page has no #survey.');
const root = createRoot(place);
draw(secret);
// The same tab given another link: the browser does not load the page again for a change of the fragment alone.
window.addEventListener('hashchange', () => {
  const next = takeSecret(location, history);
  if (next) draw(next);
});

function draw(link: string | null): void {
  root.render(
    <StrictMode>
      <SurveyApp key={link} service={new HttpSurveyService()} secret={link} store={sessionStorage} />
    </StrictMode>,
  );
}
