// `npm start`: builds what is stale, then runs the platform until it is told to stop.
import { spawnSync } from 'node:child_process';

const build = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
});
if (build.status !== 0) {
  console.error('The pages could not be built: see the messages above.');
  process.exit(1);
}
await import('../platform/src/main.ts');
