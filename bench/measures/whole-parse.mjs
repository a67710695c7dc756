// Parses one file whole, once, with unified and remark as the project uses them, and prints how long that took.
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const text = readFileSync(process.argv[2], 'utf8');
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
const before = process.cpuUsage();
const start = performance.now();
processor.parse(text);
const parse = performance.now() - start;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ parse, parseProcessor: (user + system) / 1000 }));
