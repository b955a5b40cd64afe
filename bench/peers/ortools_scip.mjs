// SCIP of Google OR-Tools (npm or-tools-wasm) on one model in CPLEX LP format as WoodModel writes it.
// Arguments: the folder whose node_modules holds or-tools-wasm; the model; the limit in seconds. Without a model: only starts.
// Prints "SCIP TAB 1 if proven TAB value TAB bound TAB processor seconds of the solve".
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SCIP = 3;
const OPTIMAL = 0;
const FEASIBLE = 1;

function readModel(path) {
  const [variable, constraint] = [[], []];
  const indexOf = new Map();
  const index = (name) => {
    if (!indexOf.has(name)) {
      indexOf.set(name, variable.length);
      variable.push({ lowerBound: 0, upperBound: 1, objectiveCoefficient: 0, isInteger: false, name });
    }
    return indexOf.get(name);
  };
  const terms = (text) => [...text.matchAll(/([+-])?\s*(\d+)?\s*([abg]\d+)/g)].map(
    ([, sign, factor, name]) => [index(name), (sign === '-' ? -1 : 1) * Number(factor ?? 1)]);
  const [, objective, rows, , binary] = readFileSync(path, 'ascii').split(/^(?:Minimize|Subject To|Bounds|Binary|End)$/m);
  for (const [at, factor] of terms(objective)) variable[at].objectiveCoefficient = factor;
  for (const [, left, relation, right] of rows.matchAll(/\w+:([^<>]*)([<>])=\s*(-?\d+)/g)) {
    const row = terms(left);
    constraint.push({
      lowerBound: relation === '>' ? Number(right) : -Infinity,
      upperBound: relation === '<' ? Number(right) : Infinity,
      varIndex: row.map(([at]) => at),
      coefficient: row.map(([, factor]) => factor),
    });
  }
  for (const name of binary.split(/\s+/).filter(Boolean)) variable[index(name)].isInteger = true;
  return { maximize: false, variable, constraint };
}

const [, , folder, path, limit] = process.argv;
const require = createRequire(pathToFileURL(join(resolve(folder), 'package.json')));
const { MPSolver, initMPSolver, ...module } = await import(pathToFileURL(require.resolve('or-tools-wasm/mp-solver')).href);
(MPSolver.setWorkerBridgeEnabled ?? module.setWorkerBridgeEnabled).call(MPSolver, false);
await initMPSolver();
if (!path) console.log('ready');
if (path) {
  const request = await MPSolver.createModelRequest({
    model: readModel(path), solverType: SCIP, solverTimeLimitSeconds: Number(limit), solverSpecificParameters: 'limits/gap = 0' });
  const before = process.cpuUsage();
  const { response } = await MPSolver.solveModelRequest(request);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const status = response.status ?? OPTIMAL;
  const found = status === OPTIMAL || status === FEASIBLE || status === 'MPSOLVER_OPTIMAL' || status === 'MPSOLVER_FEASIBLE';
  const isProven = status === OPTIMAL || status === 'MPSOLVER_OPTIMAL';
  console.log(['SCIP', isProven ? 1 : 0, found ? response.objectiveValue ?? 0 : NaN, response.bestObjectiveBound ?? 0, seconds].join('\t'));
}
process.exit(0);
