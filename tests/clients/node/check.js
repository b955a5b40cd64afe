// Calls a running RailOps test server with @grpc/grpc-js, as any JavaScript program would.
// Usage: node check.js TARGET PROTO_FOLDER... Runs all checks, prints one line each, ends with 1 if any failed.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import { runChecks } from './checks.js';

const [target, ...includeDirs] = process.argv.slice(2);
const limitBytes = 4 * 1024 * 1024;
const definition = protoLoader.loadSync(
  ['probe.proto', 'grpc/health/v1/health.proto', 'google/rpc/status.proto', 'google/rpc/error_details.proto'],
  { includeDirs, keepCase: true, longs: Number, defaults: true });
const contracts = grpc.loadPackageDefinition(definition);
const Probe = contracts.railops.probe.v1.ProbeService;
const Health = contracts.grpc.health.v1.Health;
const connect = (Service, options = {}) => new Service(target, grpc.credentials.createInsecure(), options);
const probe = connect(Probe);
const health = connect(Health);

const inSeconds = (seconds) => ({ deadline: Date.now() + seconds * 1000 });

function unary(client, method, request, metadata = new grpc.Metadata(), options = inSeconds(20)) {
  const outcome = {};
  return new Promise((resolve, reject) => {
    const call = client[method](request, metadata, options, (error, response) =>
      error ? reject(error) : setImmediate(() => resolve({ ...outcome, response })));
    call.on('metadata', (headers) => { outcome.headers = headers; });
    call.on('status', (status) => { outcome.trailers = status.metadata; });
  });
}

function readAll(call) {
  const messages = [];
  return new Promise((resolve) => {
    call.on('data', (message) => messages.push(message));
    call.on('error', (error) => resolve({ messages, error }));
    call.on('end', () => resolve({ messages }));
  });
}

async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('the call should have failed, but succeeded');
}

async function seeStopped(key) {
  for (let attempt = 0; attempt < 500; attempt++) {
    if ((await unary(probe, 'HasStopped', { key })).response.stopped) return;
    await delay(10);
  }
  assert.fail(`handler ${key} has not stopped within 5 s`);
}

function sumOf(messages) {
  return new Promise((resolve, reject) => {
    const call = probe.Sum(inSeconds(30), (error, response) => (error ? reject(error) : resolve(response.value)));
    for (const message of messages) call.write(message);
    call.end();
  });
}

// Quiet while the other checks run.
const quiet = new Promise((resolve, reject) => {
  const call = probe.Sum(inSeconds(60), (error, response) => (error ? reject(error) : resolve(response.value)));
  call.write({ value: 1 });
  delay(8000).then(() => call.end({ value: 2 }));
});

const checks = {
  async 'text and large payload come back'() {
    assert.equal((await unary(probe, 'Echo', { text: 'Слюдянка' })).response.text, 'Слюдянка');
    const payload = Buffer.alloc(3_900_000, 'abc');
    assert.ok((await unary(probe, 'Echo', { payload })).response.payload.equals(payload));
  },
  async 'metadata travels both ways'() {
    const metadata = new grpc.Metadata();
    metadata.set('x-text', 'a value');
    metadata.set('x-bytes-bin', Buffer.from([0, 1, 254, 255]));
    const { headers, trailers } = await unary(probe, 'Echo', {}, metadata);
    for (const received of [headers, trailers]) {
      assert.deepEqual(received.get('x-text'), ['a value']);
      assert.deepEqual(received.get('x-bytes-bin'), [Buffer.from([0, 1, 254, 255])]);
    }
  },
  async 'sixteen codes arrive with text'() {
    for (let code = 1; code <= 16; code++) {
      const error = await refused(unary(probe, 'Fail', { code, text: '50 % of Слюдянка\nis gone' }));
      assert.deepEqual([error.code, error.details], [code, '50 % of Слюдянка\nis gone']);
    }
  },
  async 'details arrive as a binary trailer'() {
    const error = await refused(unary(probe, 'Fail', { code: 3, text: 'Link unknown.', with_details: true }));
    const [details] = error.metadata.get('grpc-status-details-bin');
    assert.ok(details.includes('TARGET_UNKNOWN') && details.includes('google.rpc.ErrorInfo'));
  },
  async 'streams arrive whole'() {
    for (const count of [0, 1, 1000]) {
      const { messages, error } = await readAll(probe.Count({ message_count: count }, inSeconds(20)));
      assert.equal(error, undefined);
      assert.deepEqual(messages.map((message) => message.value), [...Array(count).keys()]);
    }
  },
  async 'a stream may fail midway'() {
    const { messages, error } = await readAll(probe.Count({ message_count: 3, fail: true }, inSeconds(20)));
    assert.deepEqual([messages.length, error.code, error.details], [3, grpc.status.ABORTED, 'stopped midway']);
  },
  async 'deadlines stop unary and stream handlers'() {
    const error = await refused(unary(probe, 'Wait', { key: 'js-unary' }, new grpc.Metadata(), inSeconds(0.2)));
    assert.equal(error.code, grpc.status.DEADLINE_EXCEEDED);
    await seeStopped('js-unary');
    const stream = await readAll(probe.Count({ endless_key: 'js-stream' }, inSeconds(0.2)));
    assert.equal(stream.error.code, grpc.status.DEADLINE_EXCEEDED);
    await seeStopped('js-stream');
  },
  async 'cancel stops a stream, even one that is not read'() {
    for (const [key, payload_bytes] of [['js-cancel', 0], ['js-blocked', 256 * 1024]]) {
      const call = probe.Count({ endless_key: key, payload_bytes });
      call.on('error', () => {});
      await new Promise((resolve) => call.once('metadata', resolve));
      await delay(200);
      call.cancel();
      await seeStopped(key);
    }
  },
  async 'too large requests and responses leave the connection usable'() {
    for (const request of [{ payload: Buffer.alloc(limitBytes) }, { reply_bytes: limitBytes }]) {
      assert.equal((await refused(unary(probe, 'Echo', request))).code, grpc.status.RESOURCE_EXHAUSTED);
      assert.equal((await unary(probe, 'Echo', { text: 'next' })).response.text, 'next');
    }
  },
  async 'gzip and deflate requests are read'() {
    for (const algorithm of [grpc.compressionAlgorithms.gzip, grpc.compressionAlgorithms.deflate]) {
      const client = connect(Probe, { 'grpc.default_compression_algorithm': algorithm });
      assert.equal((await unary(client, 'Echo', { text: 'ж'.repeat(5000) })).response.text, 'ж'.repeat(5000));
      client.close();
    }
  },
  async 'unknown methods are unimplemented'() {
    const error = await refused(new Promise((resolve, reject) => probe.makeUnaryRequest(
      '/railops.probe.v1.ProbeService/Missing', (value) => value, (value) => value, Buffer.alloc(0), (failure, value) =>
        failure ? reject(failure) : resolve(value))));
    assert.equal(error.code, grpc.status.UNIMPLEMENTED);
  },
  async 'client streams are read to their end'() {
    for (const count of [0, 1000]) assert.equal(await sumOf([...Array(count).keys()].map((value) => ({ value }))), count ? 499_500 : 0);
  },
  async 'fifty megabytes arrive'() {
    const payload = Buffer.alloc(1_000_000);
    assert.equal(await sumOf(Array(50).fill({ value: 1, payload })), 50);
  },
  async 'the server may end a client stream early'() {
    const sum = await new Promise((resolve, reject) => {
      const call = probe.Sum(inSeconds(20), (error, response) => (error ? reject(error) : resolve(response.value)));
      for (const value of [5, -1]) call.write({ value });
    });
    assert.equal(sum, 5);
  },
  async 'five hundred messages go both ways'() {
    const chat = probe.Chat(inSeconds(20));
    for (let turn = 0; turn < 500; turn++) chat.write({ text: `${turn}` });
    chat.end();
    assert.deepEqual((await readAll(chat)).messages.map((message) => message.text), [...Array(500).keys()].map(String));
  },
  async 'both sides can take turns'() {
    const chat = probe.Chat(inSeconds(20));
    const answers = chat[Symbol.asyncIterator]();
    for (let turn = 0; turn < 100; turn++) {
      chat.write({ text: `turn ${turn}` });
      assert.equal((await answers.next()).value.text, `turn ${turn}`);
    }
    chat.end();
    assert.equal((await answers.next()).done, true);
  },
  async 'a cancelled conversation leaves the connection usable'() {
    const chat = probe.Chat(inSeconds(20));
    chat.write({ text: 'one' });
    await new Promise((resolve) => chat.once('data', resolve));
    chat.cancel();
    assert.equal((await readAll(chat)).error.code, grpc.status.CANCELLED);
    assert.equal((await unary(probe, 'Echo', { text: 'next' })).response.text, 'next');
  },
  async 'health answers'() {
    assert.equal((await unary(health, 'Check', { service: 'railops.probe.v1.ProbeService' })).response.status, 1);
    assert.equal((await refused(unary(health, 'Check', { service: 'no.such' }))).code, grpc.status.NOT_FOUND);
    const watch = health.Watch({ service: '' });
    watch.on('error', () => {});
    assert.equal((await new Promise((resolve) => watch.once('data', resolve))).status, 1);
    watch.cancel();
  },
  async 'a stream that was quiet for eight seconds goes on'() {
    assert.equal(await quiet, 3);
  },
  async 'three hundred parallel calls answer'() {
    const answers = await Promise.all([...Array(300).keys()].map((number) => unary(probe, 'Echo', { text: `${number}` })));
    assert.deepEqual(answers.map((answer) => answer.response.text), [...Array(300).keys()].map(String));
  },
};

await runChecks(checks, '@grpc/grpc-js');
probe.close();
health.close();
