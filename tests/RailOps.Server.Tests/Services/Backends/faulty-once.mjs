// Stands for the OR-Tools worker: the first process of a folder misbehaves on its first request as the file "fault" there says; the next ones
// are the worker itself, named in the file "worker", with the packages in the folder named in the file "packages".
import { existsSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8');

if (existsSync(join(folder, 'seen'))) {
  process.argv[2] = read('packages');
  await import(pathToFileURL(read('worker')).href);
} else {
  writeFileSync(join(folder, 'seen'), '');
  const fault = read('fault');
  const ready = Buffer.from('faulty');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(0x31465752, 0);
  head.writeUInt32LE(8 + ready.length, 4);
  writeSync(1, Buffer.concat([head, ready]));
  process.stdin.once('data', () => {
    if (fault === 'dies') process.exit(7);
    if (fault === 'garbage') writeSync(1, Buffer.from('Hello, I am not a frame at all.'));
    if (fault === 'hangs') {
      writeFileSync(join(folder, 'working'), String(process.pid));
      for (;;);
    }
  });
}
