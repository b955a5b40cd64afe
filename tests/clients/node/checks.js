// Runs named checks one after the other, prints one line each and a closing line, and sets the exit code.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { dependencies } = require('./package.json');

export async function runChecks(checks, packageName) {
  let failed = 0;
  for (const [name, run] of Object.entries(checks)) {
    try {
      await run();
      console.log(`ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED ${name}\n${error.stack}`);
    }
  }
  const total = Object.keys(checks).length;
  console.log(`${total - failed} of ${total} checks passed with ${packageName} ${dependencies[packageName]}`);
  process.exitCode = failed ? 1 : 0;
}
