// Stands for the worker in tests: the first process of a folder misbehaves as the file "fault" there says, the next ones answer zero flow.
import { existsSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const isFirst = !existsSync(join(folder, 'seen'));
writeFileSync(join(folder, 'seen'), '');
const fault = isFirst ? readFileSync(join(folder, 'fault'), 'utf8') : 'none';

function send(id, kind, body) {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(0x31465752, 0);
  head.writeUInt32LE(8 + body.length, 4);
  head.writeUInt32LE(id, 8);
  head.writeUInt32LE(kind, 12);
  writeSync(1, Buffer.concat([head, body]));
}

if (fault === 'dies at start') process.exit(3);
if (fault === 'silent at start') await new Promise((resolve) => setTimeout(resolve, 600000));
send(0, 0, Buffer.from('faulty'));

process.stdin.on('data', (frame) => {
  const id = frame.readUInt32LE(8);
  const count = frame.readInt32LE(16);
  const zeros = Buffer.alloc(8 + 8 * count);
  zeros.writeInt32LE(count, 4);
  if (fault === 'hangs') {
    writeSync(2, 'hanging\n');
    for (;;);
  }
  if (fault === 'dies') {
    console.error('out of luck');
    process.exit(7);
  }
  if (fault === 'garbage') writeSync(1, Buffer.from('Hello, I am not a frame at all.'));
  else if (fault === 'wrong id') send(id + 5, 1, zeros);
  else if (fault === 'cut off') writeSync(1, Buffer.from([0x52, 0x57, 0x46, 0x31, 200, 0, 0, 0, 1])), process.exit(0);
  else if (fault === 'too long') writeSync(1, Buffer.from([0x52, 0x57, 0x46, 0x31, 255, 255, 255, 255, 1, 0, 0, 0, 1, 0, 0, 0]));
  else if (fault === 'half a unit') (zeros.writeDoubleLE(0.5, 8), send(id, 1, zeros));
  else if (fault === 'refuses') send(id, 255, Buffer.from('not today'));
  else send(id, 1, zeros);
});
