#!/usr/bin/env node
await import('../dist/cli.cjs').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('The command line is not built yet: run npm run build first.\n');
  process.exitCode = 2;
});
