// Builds the app as `npm run build` does, into a folder of its own.

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNodeTool } from '../../tools/run-node-tool.ts'

/** The folder with `main/`, `preload/` and `renderer/`; the caller removes it. */
export async function buildShell(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footing-build-'))
  const { code, output } = await runNodeTool('electron-vite', ['build', '--outDir', folder])
  if (code !== 0) throw new Error(output)
  return folder
}
