// Asks a running RailOps server for a supply assessment, as a JavaScript program and as buf would.
// Usage: RAILOPS_TARGET=HOST:PORT [RAILOPS_BUF=PATH] node --test assess.test.mjs
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const target = process.env.RAILOPS_TARGET ?? 'localhost:5080';
const buf = process.env.RAILOPS_BUF;
const protoFolder = fileURLToPath(new URL('../../../proto', import.meta.url));
const tunnelsClosed = {
  scenario: { timeline: 'history-1940', date: '1940-06-01', side: 'soviet', changes: [{ close: { target: 'circum-baikal-tunnels' } }] },
};

const definition = protoLoader.loadSync(
  'railops/v1/supply_service.proto', { includeDirs: [protoFolder], keepCase: true, longs: Number, enums: String, defaults: true });
const { SupplyService } = grpc.loadPackageDefinition(definition).railops.v1;

function assess(request) {
  const client = new SupplyService(target, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    client.AssessSupply(request, { deadline: Date.now() + 30_000 }, (error, answer) => {
      client.close();
      error ? reject(error) : resolve(answer);
    });
  });
}

test('grpc-js gets an assessment that adds up', async () => {
  const answer = await assess(tunnelsClosed);
  const sustained = answer.fronts.map((front) => front.sustained_division_count.best);
  assert.equal(sustained.reduce((sum, count) => sum + count, 0), answer.sustained_division_count.best);
  assert.ok(answer.sustained_division_count.best < answer.present_division_count);
  assert.equal(answer.solve.certificate_accepted, true);
  assert.match(answer.binding_cut.sentence, /Circum-Baikal/);
});

test('grpc-js gets an error with reason, field and nearest match', async () => {
  const wrong = { scenario: { timeline: 'history-1940', changes: [{ close: { target: 'circum-baikal-tunels' } }] } };
  const error = await assess(wrong).then(() => assert.fail('the call should have failed'), (reason) => reason);
  assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
  assert.match(error.details, /Did you mean 'circum-baikal-tunnels'/);
  const [details] = error.metadata.get('grpc-status-details-bin');
  for (const part of ['TARGET_UNKNOWN', 'google.rpc.ErrorInfo', 'google.rpc.BadRequest', 'scenario.changes[0].close.target'])
    assert.ok(details.includes(part), part);
});

test('buf curl gets the same headline', { skip: buf ? false : 'RAILOPS_BUF does not name the program buf' }, async () => {
  const { stdout } = await promisify(execFile)(buf, [
    'curl', '--schema', protoFolder, '--protocol', 'grpc', '--http2-prior-knowledge', '--data', JSON.stringify(tunnelsClosed),
    `http://${target}/railops.v1.SupplyService/AssessSupply`,
  ], { maxBuffer: 64 * 1024 * 1024 });
  const answer = await assess(tunnelsClosed);
  assert.equal(JSON.parse(stdout).explanation.headline, answer.explanation.headline);
});
