import { auditVerify } from './audit-verify.ts';
import { check903 } from './check-903.ts';
import type { Command } from './command.ts';
import { exportAnnexA } from './export-annex-a.ts';
import { exportCswc } from './export-cswc.ts';
import { export903 } from './export-903.ts';
import { importCswc } from './import-cswc.ts';
import { import903 } from './import-903.ts';
import { importDfe } from './import-dfe.ts';
import { importPostcodes } from './import-postcodes.ts';
import { moduleList, modulePublish, moduleRollback } from './module.ts';
import { rules903 } from './rules-903.ts';
import { token } from './token.ts';

/** Everything the command can do. */
export const commands: readonly Command[] = [
  import903,
  export903,
  exportAnnexA,
  importCswc,
  exportCswc,
  check903,
  rules903,
  importPostcodes,
  importDfe,
  auditVerify,
  token,
  modulePublish,
  moduleList,
  moduleRollback,
];

/** What `npx mainstay --help` prints. */
export const usage = [
  'npx mainstay <command>',
  '',
  ...commands.flatMap((command) => [`  ${command.usage}`, `      ${command.summary}`]),
  '',
  'The platform is asked at MAINSTAY_URL (http://localhost:4000) with the access token in MAINSTAY_TOKEN; a',
  'demonstration is asked as the demonstration analyst of the authority named.',
  'Exit code 0: done. 1: refused, or faults were found. 2: the command was not understood.',
].join('\n');
