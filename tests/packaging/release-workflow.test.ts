// The release workflow can run as it is written: it parses, names what exists, asks for few rights, and keeps the secrets to one step.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

type Step = { uses?: string; run?: string; env?: Record<string, string>; with?: Record<string, unknown> }
type Job = {
  needs?: string
  if?: string
  permissions?: Record<string, string>
  env?: Record<string, string>
  strategy?: { matrix: { include: { system: string }[] } }
  steps: Step[]
}
type Workflow = { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> }

const text = await readFile('.github/workflows/release.yml', 'utf8')
const workflow = parse(text) as Workflow
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> }
const jobs = Object.values(workflow.jobs)
const steps = jobs.flatMap((job) => job.steps)
const runs = steps.flatMap(({ run }) => run ?? [])

describe('its commands', () => {
  test('are npm scripts that there are', () => {
    const named = runs
      .flatMap((run) => [...run.matchAll(/\bnpm (?:run )?([a-z][\w-]*)/g)].map(([, name = '']) => name))
      .filter((name) => name !== 'ci')
    expect(named).toEqual(expect.arrayContaining(['test', 'build', 'e2e', 'package', 'try-package', 'sbom']))
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })

  test('start files that there are', () => {
    const named = [...runs, ...Object.values(scripts)].flatMap((run) => [...run.matchAll(/\bnode ([\w./-]+\.[jt]s)\b/g)].map(([, path = '']) => path))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('its order', () => {
  test('is: check, package on three systems, release', () => {
    expect(Object.entries(workflow.jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['check', undefined],
      ['package', 'check'],
      ['release', 'package'],
    ])
    expect(new Set(workflow.jobs.package?.strategy?.matrix.include.map(({ system }) => system))).toEqual(new Set(['Linux', 'macOS', 'Windows']))
  })

  test('tries real Electron before it packages, and the package after', () => {
    const order = (workflow.jobs.package?.steps ?? []).map(({ run }) => /npm run (e2e|package|try-package)\b/.exec(run ?? '')?.[1]).filter(Boolean)
    expect(order).toEqual(['e2e', 'package', 'try-package'])
    const tests = steps.find(({ run }) => run === 'npm run e2e')
    expect(tests?.env).toEqual({ FOOTING_REQUIRE_ELECTRON: '1' })
  })

  test('ends in a draft with checksums and the list of parts, for tags alone', () => {
    const release = workflow.jobs.release!
    expect(release.if).toBe("github.ref_type == 'tag'")
    const last = release.steps.at(-1)?.run ?? ''
    expect(last).toContain('gh release create "$TAG" --draft')
    expect(last).toContain('dist/SHA256SUMS')
    expect(Object.keys(workflow.on).sort()).toEqual(['push', 'workflow_dispatch'])
  })
})

describe('what it is trusted with', () => {
  test('is reading, and writing only where the release is made', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(Object.entries(workflow.jobs).flatMap(([name, { permissions }]) => (permissions ? [[name, permissions]] : []))).toEqual([
      ['release', { contents: 'write' }],
    ])
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  test('is given by GitHub’s own actions, of a named version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? [])
    expect(used.filter((name) => !/^actions\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/.test(name))).toEqual([])
  })

  test('comes to the step that signs, and to no other', () => {
    const withSecrets = steps.filter((step) => JSON.stringify(step).includes('secrets.'))
    expect(withSecrets.map(({ run }) => run?.includes('npm run package'))).toEqual([true])
    // What strangers can name is never pasted into a command.
    expect(runs.filter((run) => run.includes('${{'))).toEqual([])
  })

  test('tells a package its home', () => {
    expect(Object.keys(workflow.jobs.package?.env ?? {})).toEqual(['FOOTING_HOMEPAGE', 'FOOTING_MAINTAINER'])
  })
})
