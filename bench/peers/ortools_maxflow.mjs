// Maximum flow of Google OR-Tools (npm or-tools-wasm, WebAssembly under Node) on the net of one file; prints "name TAB seconds TAB bytes TAB value".
// Arguments: the folder whose node_modules holds or-tools-wasm; the net as net.h reads it. Without a net: only starts.
// Its call takes plain arrays, so building its graph is within the time. Median of 5, or a single run if that takes 5 s or more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const LONG_SECONDS = 5;
const SHORTEST_SAMPLE_SECONDS = 0.05;
const OPTIMAL = 0;

function readNet(path) {
  const bytes = readFileSync(path);
  let at = 0;
  const next = () => {
    while (bytes[at] < 48) at++;
    let number = 0;
    while (at < bytes.length && bytes[at] >= 48) number = 10 * number + bytes[at++] - 48;
    return number;
  };
  const [, arcCount, source, sink, isDirected] = [next(), next(), next(), next(), next()];
  const size = isDirected ? arcCount : 2 * arcCount;
  const [tails, heads, capacities] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
  for (let arc = 0; arc < arcCount; arc++) {
    [tails[arc], heads[arc], capacities[arc]] = [next(), next(), next()];
    if (!isDirected) [tails[arcCount + arc], heads[arcCount + arc], capacities[arcCount + arc]] = [heads[arc], tails[arc], capacities[arc]];
  }
  return { tails, heads, capacities, source, sink };
}

const [, , folder, path] = process.argv;
const require = createRequire(pathToFileURL(join(resolve(folder), 'package.json')));
const module = await import(pathToFileURL(require.resolve('or-tools-wasm/network-flow')).href);
module.setWorkerBridgeEnabled(false);
await module.initNetworkFlow();
if (!path) {
  console.log('ready');
  process.exit(0);
}

const net = readNet(path);
let flows = [];
async function timed() {
  const before = process.cpuUsage();
  const answer = await module.solveGraphPayload({ algorithm: 'maxFlow', ...net });
  const { user, system } = process.cpuUsage(before);
  if (answer.status !== OPTIMAL) throw new Error(`status ${answer.status}`);
  flows = answer.flows;
  return (user + system) / 1e6;
}

// What leaves the source less what comes back to it.
function value() {
  let total = 0;
  for (let arc = 0; arc < flows.length; arc++) {
    if (net.tails[arc] === net.source) total += Number(flows[arc]);
    if (net.heads[arc] === net.source) total -= Number(flows[arc]);
  }
  return total;
}

const { rss } = process.memoryUsage();
let seconds = await timed();
const bytes = process.resourceUsage().maxRSS * 1024 - rss;
if (seconds < LONG_SECONDS) {
  const batch = 1 + Math.floor(SHORTEST_SAMPLE_SECONDS / (seconds + 1e-6));
  const samples = [];
  for (let sample = 0; sample < 5; sample++) {
    let total = 0;
    for (let run = 0; run < batch; run++) total += await timed();
    samples.push(total / batch);
  }
  seconds = samples.sort((a, b) => a - b)[2];
}
console.log(['OR-Tools SimpleMaxFlow', seconds.toFixed(6), bytes > 0 ? bytes : 0, value()].join('\t'));
process.exit(0);
