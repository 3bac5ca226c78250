// `npm run bench`: measures the platform against its aims, side by side with its peers. See docs/benchmarks.md.
import { main } from '../tests/bench/main.ts';

await main(process.argv.slice(2));
process.exit(0);
