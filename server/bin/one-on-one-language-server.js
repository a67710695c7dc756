#!/usr/bin/env node
import { createRequire } from 'node:module';

// `import` would first read the whole program for the names that it exports, which takes longer than to run it.
const require = createRequire(import.meta.url);

try {
  require('../dist/node.cjs');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write('The language server is not built yet: run npm run build first.\n');
  process.exitCode = 1;
}
