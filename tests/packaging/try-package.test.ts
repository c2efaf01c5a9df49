// `npm run try-package` believes a program only when its window, its notebook and its end were all seen.

import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footing-tried-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The last word on its command line is the notebook's folder. */
const makesNotebook = 'for word; do notebook=$word; done; mkdir -p "$notebook"; touch "$notebook/notebook.json"'
const saysReady = 'echo "footing: window ready"'
/** Before it says that it is ready: it is asked to leave at once. */
const leavesWith = (code: number) => `trap "exit ${code}" TERM`
const waits = 'while :; do sleep 0.1; done'

test.each([
  ['that does all of it', [leavesWith(0), makesNotebook, saysReady, waits], 0, 'opened a new notebook'],
  ['that ends at once', ['echo "no usable sandbox" >&2', 'exit 3'], 1, 'code 3, before its window was there'],
  ['that shows a window of nothing', [leavesWith(0), saysReady, waits], 1, 'no notebook'],
  ['that fails as it leaves', [leavesWith(4), makesNotebook, saysReady, waits], 1, 'code 4, when it was asked to leave'],
])('a program %s', async (name, lines, code, message) => {
  const dist = join(folder, name.replaceAll(' ', '-'))
  const program = join(dist, 'linux-unpacked/footing-desktop')
  await mkdir(join(dist, 'linux-unpacked'), { recursive: true })
  await writeFile(program, `#!/bin/sh\n${lines.join('\n')}\n`)
  await chmod(program, 0o755)
  const { status, stdout } = spawnSync(process.execPath, ['tools/try-package.ts', dist], { encoding: 'utf8' })
  expect(stdout).toContain(message)
  expect(status).toBe(code)
})

test('a folder without a program says what to do', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/try-package.ts', folder], { encoding: 'utf8' })
  expect(stderr).toContain('npm run package')
  expect(status).toBe(1)
})
