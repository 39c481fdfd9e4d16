const { writeFileSync } = require('node:fs');

/** Jest reporter: writes what one run counted to the file of `TALLY_FILE`, for `scripts/test.mjs` to add up. */
module.exports = class TallyReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TALLY_FILE;
    if (file === undefined) return;
    // A file that cannot even be loaded holds no failed test, and is a failure all the same.
    const broken = results.testResults.filter((each) => each.testExecError && each.numFailingTests === 0);
    const skipped = results.testResults
      .flatMap((each) => each.testResults)
      .filter((each) => each.status === 'pending' || each.status === 'todo');
    writeFileSync(
      file,
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + broken.length,
        skipped: skipped.map((each) => each.fullName),
      }),
    );
  }
};
