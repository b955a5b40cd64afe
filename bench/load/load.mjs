// Calls a second and latencies of a running RailOps server with grpc-js: one call at a time, then several.
// Usage: node load.mjs TARGET [SECONDS]    (after: npm ci --prefix tests/clients/node)
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../../tests/clients/node/package.json', import.meta.url));
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const { version } = require('@grpc/grpc-js/package.json');

const warmUpSeconds = 2;
const parallelCount = 16;
const target = process.argv[2];
const seconds = Number(process.argv[3] ?? 5);
if (!target) {
  console.error('usage: node load.mjs TARGET [SECONDS]');
  process.exit(2);
}

const folder = fileURLToPath(new URL('../../proto', import.meta.url));
const files = ['grpc/health/v1/health.proto', 'railops/v1/catalog_service.proto', 'railops/v1/supply_service.proto'];
const contract = grpc.loadPackageDefinition(protoLoader.loadSync(files, { includeDirs: [folder], keepCase: true, longs: Number }));
const credentials = grpc.credentials.createInsecure();
const calls = [
  ['health', new contract.grpc.health.v1.Health(target, credentials), 'Check', {}],
  ['info', new contract.railops.v1.CatalogService(target, credentials), 'GetServerInfo', {}],
  ['assess', new contract.railops.v1.SupplyService(target, credentials), 'AssessSupply', { scenario: { timeline: 'storm-in-the-east', side: 'soviet' } }],
];

function call(client, method, request) {
  return new Promise((resolve, reject) => client[method](request, (error, answer) => (error ? reject(error) : resolve(answer))));
}

async function repeat(work, duration) {
  const took = [];
  const end = performance.now() + duration * 1000;
  for (let start = performance.now(); start < end; start = performance.now()) {
    await work();
    took.push(performance.now() - start);
  }
  return took;
}

async function measure(work, count) {
  const start = performance.now();
  const parts = await Promise.all(Array.from({ length: count }, () => repeat(work, seconds)));
  const elapsed = (performance.now() - start) / 1000;
  const took = parts.flat().sort((a, b) => a - b);
  const share = (p) => took[Math.min(took.length - 1, Math.floor(took.length * p))].toFixed(2).padStart(7);
  return `${(took.length / elapsed).toFixed(0).padStart(8)}/s  median ${share(0.5)} ms  99 % ${share(0.99)} ms`;
}

for (const [name, client, method, request] of calls) {
  const work = () => call(client, method, request);
  await repeat(work, warmUpSeconds);
  for (const count of [1, parallelCount])
    console.log(`grpc-js ${version}  ${name.padEnd(7)} ${String(count).padStart(3)} at a time  ${await measure(work, count)}`);
  client.close();
}
