#!/usr/bin/env node
// Plain JavaScript that every Node can read, so that an old one is told what is wrong in one sentence.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `preflag needs Node 24 or newer; this is Node ${process.versions.node}. In a checkout, npx preflag brings the right one; elsewhere install Node 24.\n`,
  );
  process.exit(2);
}
const built = new URL('../bundle/cli.js', import.meta.url);
const { existsSync } = await import('node:fs');
if (existsSync(built)) await import(built.href);
else {
  // A checkout that was not built: run from the sources.
  const { spawnSync } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const result = spawnSync(process.execPath, ['--conditions=@preflag/source', source, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(result.status ?? 130);
}
