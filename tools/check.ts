// `npm run check`: types layer by layer, lint and format with the layer rules, and code that nobody uses.

import { runNodeTool } from './run-node-tool.ts'

const layers = ['src/core', 'src/host', 'src/main', 'src/preload', 'src/renderer', 'src/cli', 'tests', '.']

const checks: { name: string; run: () => ReturnType<typeof runNodeTool> }[] = [
  ...layers.map((folder) => ({ name: `types ${folder === '.' ? 'tools' : folder}`, run: () => runNodeTool('tsc', ['-p', folder]) })),
  { name: 'lint and format', run: () => runNodeTool('biome', ['ci', '--colors=off', '--error-on-warnings', '.']) },
  { name: 'unused code', run: () => runNodeTool('knip', ['--no-progress']) },
]

let failed = 0
const queue = [...checks]
async function work(): Promise<void> {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const { code, output, seconds } = await check.run()
    console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds.toFixed(1)} s)`)
    if (code !== 0) {
      failed += 1
      console.log(output)
    }
  }
}
await Promise.all([work(), work()])
if (failed > 0) process.exit(1)
