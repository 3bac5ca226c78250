// Measures what a browser loads for the first page, and fails when it is more than agreed. Run after `turbo run build`.
// `node scripts/check-sizes.mjs` prints kilobytes as they travel (gzip) and numbers of requests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const agreed = { firstPageBytes: 160_000, firstPageRequests: 20, furtherModuleBytes: 40_000, surveyBytes: 110_000 };

const shell = pageFiles('web-shell', '/');
const modules = readdirSync(join(root, 'web-modules'))
  .filter((id) => existsSync(join(root, 'web-modules', id, 'module.json')))
  .map((id) => ({ id, ...measure(join(root, 'web-modules', id, 'dist'), moduleFiles(id)) }));
const shellSize = measure(join(root, 'web-shell/dist'), shell);
const faults = [];

console.log(`shell                     ${kilobytes(shellSize.bytes)}  ${shellSize.requests} requests`);
for (const { id, bytes, requests } of modules) {
  const first = { bytes: shellSize.bytes + bytes, requests: shellSize.requests + requests };
  console.log(`module ${id.padEnd(10)} further  ${kilobytes(bytes)}  ${requests} requests`);
  console.log(`       ${''.padEnd(10)} first    ${kilobytes(first.bytes)}  ${first.requests} requests`);
  if (bytes > agreed.furtherModuleBytes)
    faults.push(`${id} adds ${kilobytes(bytes)}; agreed are ${kilobytes(agreed.furtherModuleBytes)}`);
  if (first.bytes > agreed.firstPageBytes)
    faults.push(`shell and ${id} are ${kilobytes(first.bytes)}; agreed are ${kilobytes(agreed.firstPageBytes)}`);
  if (first.requests > agreed.firstPageRequests)
    faults.push(`shell and ${id} make ${first.requests} requests; agreed are ${agreed.firstPageRequests}`);
}
const survey = measure(join(root, 'web-survey/dist'), pageFiles('web-survey', '/survey/'));
console.log(`survey, without account   ${kilobytes(survey.bytes)}  ${survey.requests} requests`);
if (survey.bytes > agreed.surveyBytes)
  faults.push(`the survey is ${kilobytes(survey.bytes)}; agreed are ${kilobytes(agreed.surveyBytes)}`);
for (const fault of faults) console.error(`Too much for the first page: ${fault}.`);
process.exit(faults.length > 0 ? 1 : 0);

/** The page and every script and style sheet that it names. */
function pageFiles(workspace, base) {
  const html = readFileSync(join(root, workspace, 'dist/index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file.slice(base.length));
  return ['index.html', ...new Set(named)];
}

/** The entry, what it exposes, and whatever these import at once. */
function moduleFiles(id) {
  const dist = join(root, 'web-modules', id, 'dist');
  const manifest = JSON.parse(readFileSync(join(dist, 'mf-manifest.json'), 'utf8'));
  const found = new Set();
  const follow = (file) => {
    if (found.has(file) || !existsSync(join(dist, file))) return;
    found.add(file);
    const script = readFileSync(join(dist, file), 'utf8');
    for (const [, , next] of script.matchAll(/(^|[;}\s])(?:import|export)[^'"`();]*?from\s*["'](\.[^"']+)["']/g))
      follow(join(dirname(file), next));
    for (const [, , next] of script.matchAll(/(^|[;}\s])import\s*["'](\.[^"']+)["']/g))
      follow(join(dirname(file), next));
  };
  follow(manifest.metaData.remoteEntry.name);
  for (const file of manifest.exposes.flatMap(({ assets }) => [...assets.js.sync, ...assets.css.sync])) follow(file);
  return [...found];
}

function measure(folder, files) {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
  return { bytes, requests: files.length };
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
