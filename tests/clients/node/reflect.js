// Learns the contract from a running RailOps test server alone, without any .proto file, and calls through it.
// Usage: node reflect.js TARGET. Runs all checks, prints one line each, ends with 1 if any failed.
import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import reflection from 'grpc-js-reflection-client';
import { runChecks } from './checks.js';

const [target] = process.argv.slice(2);
const probeName = 'railops.probe.v1.ProbeService';
const connect = (version) => new reflection.GrpcReflection(target, grpc.credentials.createInsecure(), {}, version);

async function probeOf(version) {
  const descriptor = await connect(version).getDescriptorBySymbol(probeName);
  const { ProbeService } = descriptor.getPackageObject({ keepCase: true, longs: Number, defaults: true }).railops.probe.v1;
  return new ProbeService(target, grpc.credentials.createInsecure());
}

const checks = Object.fromEntries(['v1', 'v1alpha'].flatMap((version) => [
  [`${version} lists the services`, async () => {
    const services = await connect(version).listServices();
    for (const name of [probeName, 'railops.v1.SupplyService', 'grpc.health.v1.Health', `grpc.reflection.${version}.ServerReflection`])
      assert.ok(services.includes(name), name);
  }],
  [`${version} lists the methods of a service`, async () => {
    const methods = await connect(version).listMethods('railops.v1.SupplyService');
    assert.ok(methods.some((method) => method.name === 'AssessSupply'));
  }],
  [`${version} gives files by name`, async () => {
    const descriptor = await connect(version).getDescriptorByFileName('railops/v1/supply_service.proto');
    assert.ok(descriptor.getPackageObject().railops.v1.SupplyService);
  }],
  [`${version} makes a client that works`, async () => {
    const probe = await probeOf(version);
    const echo = await new Promise((resolve, reject) =>
      probe.Echo({ text: 'Слюдянка' }, (error, response) => (error ? reject(error) : resolve(response))));
    assert.equal(echo.text, 'Слюдянка');
    const values = [];
    for await (const message of probe.Count({ message_count: 5 })) values.push(message.value);
    assert.deepEqual(values, [0, 1, 2, 3, 4]);
    probe.close();
  }],
  [`${version} says what it does not know`, async () => {
    await assert.rejects(connect(version).getDescriptorBySymbol('railops.v1.SuplyService'), /Did you mean "railops.v1.SupplyService"/);
  }],
]));

await runChecks(checks, 'grpc-js-reflection-client');
