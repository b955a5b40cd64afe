// Solves with Google OR-Tools, one request at a time: a frame comes in on stdin, a frame goes out on stdout, everything else goes to stderr.
// Frame: magic "RWF1", payload length (u32), payload; all numbers little-endian. Payload: request id (u32), kind (u32), body.
// Request bodies: 1 maximum flow: arc count, source, sink (i32), unused (i32), tails (i32 each), heads (i32 each), capacities (f64 each, from
// the next multiple of 8). 2 program: bytes of an operations_research.MPModelRequest. 3 cheapest flow: arc count, node count (i32), unused (2 i32), tails,
// heads (i32 each), capacities, unit costs (f64 each), supply per node (f64). Answer bodies: 0 ready: text; 1 and 3 flows: status,
// arc count (i32), flows (f64 each); 2 program: bytes of an operations_research.MPSolutionResponse; 255 failed: text.
// Argument: the folder whose node_modules holds or-tools-wasm. Ends when stdin does.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const fs = require('node:fs');

const MAGIC = 0x31465752;
const HEADER_BYTES = 8;
const MOST_BYTES = 1 << 30;
const Kind = { ready: 0, maxFlow: 1, program: 2, minCostFlow: 3, failed: 255 };

// The compiled solvers print to descriptor 1, which carries frames here.
const writeRaw = fs.writeSync;
fs.writeSync = (descriptor, ...rest) => writeRaw(descriptor === 1 ? 2 : descriptor, ...rest);
console.log = console.error;

const folder = process.argv[2];
const solvers = createRequire(pathToFileURL(join(folder, 'package.json')));
const loaded = new Map();

function load(part, start) {
  if (!loaded.has(part)) {
    loaded.set(part, (async () => {
      const module = await import(pathToFileURL(solvers.resolve(`or-tools-wasm/${part}`)).href);
      (module.MPSolver ?? module).setWorkerBridgeEnabled(false);
      await start(module);
      return module;
    })());
  }
  return loaded.get(part);
}

async function solveMaxFlow(body) {
  const module = await load('network-flow', (it) => it.initNetworkFlow());
  const [arcCount, source, sink] = new Int32Array(body.buffer, body.byteOffset, 4);
  const tailsAt = body.byteOffset + 16;
  const capacitiesAt = tailsAt + 8 * arcCount;
  const answer = await module.solveGraphPayload({
    algorithm: 'maxFlow',
    tails: new Int32Array(body.buffer, tailsAt, arcCount),
    heads: new Int32Array(body.buffer, tailsAt + 4 * arcCount, arcCount),
    capacities: new Float64Array(body.buffer, capacitiesAt, arcCount),
    source,
    sink,
  });
  return flowBytes(answer);
}

async function solveMinCostFlow(body) {
  const module = await load('network-flow', (it) => it.initNetworkFlow());
  const [arcCount, nodeCount] = new Int32Array(body.buffer, body.byteOffset, 2);
  const tailsAt = body.byteOffset + 16;
  const capacitiesAt = tailsAt + 8 * arcCount;
  return flowBytes(await module.solveGraphPayload({
    algorithm: 'minCostFlow',
    tails: new Int32Array(body.buffer, tailsAt, arcCount),
    heads: new Int32Array(body.buffer, tailsAt + 4 * arcCount, arcCount),
    capacities: new Float64Array(body.buffer, capacitiesAt, arcCount),
    unitCosts: new Float64Array(body.buffer, capacitiesAt + 8 * arcCount, arcCount),
    supplies: new Float64Array(body.buffer, capacitiesAt + 16 * arcCount, nodeCount),
    solveMaxFlowWithMinCost: false,
  }));
}

function flowBytes(answer) {
  const flows = answer.flows ?? [];
  const bytes = new Uint8Array(8 + 8 * flows.length);
  new Int32Array(bytes.buffer, 0, 2).set([answer.status, flows.length]);
  new Float64Array(bytes.buffer, 8).set(flows);
  return bytes;
}

async function solveProgram(body) {
  const module = await load('mp-solver', (it) => it.initMPSolver());
  return (await module.MPSolver.solveModelRequest(body)).bytes;
}

function writeAll(bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeRaw(1, bytes, at, bytes.length - at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

function send(id, kind, body) {
  const head = Buffer.alloc(HEADER_BYTES + 8);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(8 + body.length, 4);
  head.writeUInt32LE(id, 8);
  head.writeUInt32LE(kind, 12);
  writeAll(head);
  writeAll(body);
}

async function answer(payload) {
  const id = payload.readUInt32LE(0);
  const kind = payload.readUInt32LE(4);
  // A copy starts at a multiple of 8, as the typed arrays want.
  const body = new Uint8Array(payload.subarray(8));
  try {
    if (kind === Kind.maxFlow) send(id, kind, await solveMaxFlow(body));
    else if (kind === Kind.program) send(id, kind, await solveProgram(body));
    else if (kind === Kind.minCostFlow) send(id, kind, await solveMinCostFlow(body));
    else throw new Error(`The kind of a request should be 1, 2 or 3, but is ${kind}.`);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    send(id, Kind.failed, Buffer.from(String(error?.message ?? error)));
  }
}

function* framesOf(state) {
  while (state.bytes >= HEADER_BYTES) {
    const all = state.parts.length === 1 ? state.parts[0] : Buffer.concat(state.parts);
    state.parts = [all];
    const length = all.readUInt32LE(4);
    if (all.readUInt32LE(0) !== MAGIC || length < 8 || length > MOST_BYTES) throw new Error('What came in is no frame.');
    state.wanted = HEADER_BYTES + length;
    if (state.bytes < state.wanted) return;
    yield all.subarray(HEADER_BYTES, state.wanted);
    state.parts = [all.subarray(state.wanted)];
    state.bytes -= state.wanted;
    state.wanted = HEADER_BYTES;
  }
}

// What the solvers leave behind after an abort cannot be trusted: the process ends, and the host starts another.
process.on('uncaughtException', (error) => {
  console.error(`worker: ${String(error?.message ?? error)}`);
  process.exit(70);
});

send(0, Kind.ready, Buffer.from(`or-tools-wasm ${JSON.parse(fs.readFileSync(join(folder, 'node_modules', 'or-tools-wasm', 'package.json'))).version}, Node ${process.version}`));
const state = { parts: [], bytes: 0, wanted: HEADER_BYTES };
for await (const part of process.stdin) {
  state.parts.push(part);
  state.bytes += part.length;
  if (state.bytes < state.wanted) continue;
  for (const payload of framesOf(state)) await answer(payload);
}
process.exit(0);
