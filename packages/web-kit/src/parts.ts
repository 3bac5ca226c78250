// The components that need neither a session nor the graph nor the shell: for pages that stand alone.
export { Button, ButtonGroup } from './components/button.tsx';
export { Details } from './components/details.tsx';
export { ErrorSummary, type FormFault } from './components/error-summary.tsx';
export { Radios, TextInput, type Choice } from './components/fields.tsx';
export { InsetText, WarningText } from './components/notices.tsx';
export { Progress } from './components/progress.tsx';
export { SkipLink } from './components/wayfinding.tsx';
export { formatDate } from './format/format.ts';
