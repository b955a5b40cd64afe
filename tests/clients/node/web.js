// Calls a running RailOps test server by gRPC-Web with connect-web, as a page in a browser would.
// Usage: node web.js BASE_URL DESCRIPTOR_SET. Runs all checks, prints one line each, ends with 1 if any failed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import { runChecks } from './checks.js';

const [baseUrl, descriptorSet] = process.argv.slice(2);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptorSet)));
const transport = createGrpcWebTransport({ baseUrl });
const probe = createClient(registry.getService('railops.probe.v1.ProbeService'), transport);
const health = createClient(registry.getService('grpc.health.v1.Health'), transport);

async function refused(promise) {
  const error = await promise.then(() => assert.fail('the call should have failed, but succeeded'), (reason) => reason);
  assert.ok(error instanceof ConnectError, `${error}`);
  return error;
}

async function valuesOf(stream, values = []) {
  for await (const message of stream) values.push(Number(message.value));
  return values;
}

async function seeStopped(key) {
  for (let attempt = 0; attempt < 500; attempt++) {
    if ((await probe.hasStopped({ key })).stopped) return;
    await delay(10);
  }
  assert.fail(`handler ${key} has not stopped within 5 s`);
}

const checks = {
  async 'text and large payload come back'() {
    assert.equal((await probe.echo({ text: 'Слюдянка' })).text, 'Слюдянка');
    const payload = new Uint8Array(3_900_000).map((_, index) => index % 251);
    assert.deepEqual(Buffer.from((await probe.echo({ payload })).payload), Buffer.from(payload));
  },
  async 'metadata travels both ways'() {
    const seen = {};
    await probe.echo({}, {
      headers: { 'x-text': 'a value', 'x-bytes-bin': 'AAH+/w==' },
      onHeader: (headers) => { seen.headers = headers; },
      onTrailer: (trailers) => { seen.trailers = trailers; },
    });
    for (const received of [seen.headers, seen.trailers])
      assert.deepEqual([received.get('x-text'), received.get('x-bytes-bin')], ['a value', 'AAH+/w==']);
  },
  async 'sixteen codes arrive with text'() {
    for (let code = 1; code <= 16; code++) {
      const error = await refused(probe.fail({ code, text: '50 % of Слюдянка\nis gone' }));
      assert.deepEqual([error.code, error.rawMessage], [code, '50 % of Слюдянка\nis gone']);
    }
  },
  async 'details can be decoded'() {
    const error = await refused(probe.fail({ code: 3, text: 'Link unknown.', withDetails: true }));
    const [info] = error.findDetails(registry.getMessage('google.rpc.ErrorInfo'));
    assert.deepEqual([info.reason, info.domain, info.metadata.target], ['TARGET_UNKNOWN', 'railops', 'slyudanka']);
  },
  async 'streams arrive whole'() {
    for (const messageCount of [0, 1, 1000])
      assert.deepEqual(await valuesOf(probe.count({ messageCount })), [...Array(messageCount).keys()]);
  },
  async 'a stream may fail midway'() {
    const values = [];
    const error = await refused(valuesOf(probe.count({ messageCount: 3, fail: true }), values));
    assert.deepEqual([values, error.code, error.metadata.get('x-after')], [[0, 1, 2], Code.Aborted, 'trailer']);
  },
  async 'deadlines stop unary and stream handlers'() {
    assert.equal((await refused(probe.wait({ key: 'web-js-unary' }, { timeoutMs: 200 }))).code, Code.DeadlineExceeded);
    await seeStopped('web-js-unary');
    assert.equal((await refused(valuesOf(probe.count({ endlessKey: 'web-js-stream' }, { timeoutMs: 200 })))).code, Code.DeadlineExceeded);
    await seeStopped('web-js-stream');
  },
  async 'aborting a stream stops its handler'() {
    const leaving = new AbortController();
    const stream = probe.count({ endlessKey: 'web-js-left' }, { signal: leaving.signal })[Symbol.asyncIterator]();
    assert.equal((await stream.next()).value.value, 0n);
    leaving.abort();
    await seeStopped('web-js-left');
  },
  async 'unknown methods are unimplemented'() {
    const missing = { ...registry.getService('railops.probe.v1.ProbeService').method.echo, name: 'Missing' };
    assert.equal((await refused(transport.unary(missing, undefined, undefined, undefined, {}))).code, Code.Unimplemented);
  },
  async 'health answers'() {
    assert.equal((await health.check({ service: 'railops.probe.v1.ProbeService' })).status, 1);
    assert.equal((await refused(health.check({ service: 'no.such' }))).code, Code.NotFound);
  },
  async 'a hundred parallel calls answer'() {
    const answers = await Promise.all([...Array(100).keys()].map((number) => probe.echo({ text: `${number}` })));
    assert.deepEqual(answers.map((answer) => answer.text), [...Array(100).keys()].map(String));
  },
};

await runChecks(checks, '@connectrpc/connect-web');
