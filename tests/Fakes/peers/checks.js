// Counts what was checked; the process fails when one check fails.
let passed = 0;
const failed = [];
exports.check = (name, met, found) => {
  if (met) passed++;
  else failed.push(`${name}${found === undefined ? '' : `: ${JSON.stringify(found)}`}`);
};
exports.done = () => {
  for (const name of failed) console.log(`FAIL ${name}`);
  console.log(`${passed} checks passed, ${failed.length} failed`);
  process.exit(failed.length ? 1 : 0);
};
