#!/usr/bin/env node
await import('../dist/node.cjs').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('The language server is not built yet: run npm run build first.\n');
  process.exitCode = 1;
});
