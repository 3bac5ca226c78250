import { escapeHtml } from './html.ts';

const style = `
:root { color: #0b0c0c; font: 1.1875rem/1.32 system-ui, -apple-system, 'Segoe UI', Arial, sans-serif; }
body { margin: 0; }
header { background: #12343d; color: #fff; padding: 0.75rem 1rem; font-weight: 700; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 2rem; line-height: 1.1; margin: 0 0 1.5rem; }
a { color: #1a65a6; text-underline-offset: 0.15em; }
a:focus, button:focus { outline: 3px solid transparent; background: #fd0; color: #0b0c0c; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; text-decoration: none; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { font-weight: 700; padding: 0; margin-bottom: 1rem; }
.choice { position: relative; display: block; padding: 0.4rem 0 0.9rem 3.25rem; min-height: 2rem; cursor: pointer; }
.choice input { position: absolute; left: 0; top: 0; width: 2.5rem; height: 2.5rem; margin: 0; accent-color: #0b0c0c; }
.choice input:focus-visible { outline: 4px solid #fd0; outline-offset: 1px; }
.hint { display: block; color: #484949; }
.inset { border-left: 10px solid #cecece; padding: 1rem; margin: 0 0 1.5rem; }
button { font: inherit; color: #fff; background: #0f7a52; border: 2px solid transparent; box-shadow: 0 2px 0 #083d29; padding: 0.45rem 0.75rem; margin-top: 1rem; cursor: pointer; }
button:hover { background: #0b5c3e; }
`;

/** A page that stands without the shell: no script, nothing from elsewhere. `main` is HTML. */
export function plainPage(o: { title: string; main: string; nonce: string }): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escapeHtml(o.title)} – Mainstay</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style nonce="${o.nonce}">${style}</style>
</head>
<body>
<header>Mainstay</header>
<main>
<h1>${escapeHtml(o.title)}</h1>
${o.main}
</main>
</body>
</html>
`;
}
