// Writes docs/api.md from the routes and their schemas (`npm run write-api-docs`): a test compares, so the page cannot fall behind.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ApiRoute } from '../src/host/server/api/api-route.ts'
import { apiRoutes } from '../src/host/server/api/api-routes.ts'
import { projectFolder } from './run-node-tool.ts'

const opening = `# The JSON API of the local host

\`footing serve\` answers programs of this machine too, at the address that it prints. \`footing serve DIR --json\` prints \`{"url":…,"token":…}\`; send the token with every request:

\`\`\`sh
curl -H "Authorization: Bearer $TOKEN" "http://127.0.0.1:$PORT/api/insights?limit=2"
\`\`\`

Without \`--json\` and \`--no-open\` the token is used up by the browser that \`serve\` opens.

## Web clippers

A program that sends in what you read needs no more than that right. In *Settings → Web clippers…* (or *Web clippers…* in the palette) give it a name: its token is shown once, with the address that it sends to. The token may do one thing, \`POST /api/sources\`; every other address answers 403. While a clipper is paired, Footing listens on this address, in the desktop app as with \`serve\`; revoking the last one closes it. Footing keeps only a digest of the token, among your own data on this computer: a copy of the notebook lets nobody in.

\`\`\`sh
curl -H "Authorization: Bearer $CLIP_TOKEN" -H "Content-Type: application/json" \\
  --data '{"url":"https://example.org/bonds","title":"软银 bonds","html":"<h1>Bonds</h1><p>软银 issued <b>bonds</b>.</p>"}' \\
  "$CLIP_ADDRESS"
\`\`\`

The answer is \`201\` with \`{"seq":…,"id":"source:…","citekey":…}\` once the source is durable. Pages of other sites, extensions that send an \`Origin\` of their own among them, are refused (403): a clipper is a program, or an extension that hands over to one. The desktop app takes clips in Markdown alone (400 for HTML); \`serve\` takes both.

## What every request passes

Every request passes these checks in this order before anything else looks at it: one exact \`Host\` (421), no foreign \`Origin\` (403), \`Sec-Fetch-Site\` (403), method (405), token or session (401; 403 where a clipper's token asks for anything but a clip), \`Content-Type: application/json\` in UTF-8 and not packed (415), size, also while streaming (413; 8 MB each, 429 where 64 MB are being sent at once), JSON nested at most 64 deep (400), schema (400). There is no CORS: pages of other sites cannot use the API.

Bodies and answers are JSON in UTF-8. What those checks refuse, and an address or a method that is not there, is answered with one line of plain text that says why. A refusal by the notebook has a status and \`{"error":{"code":…,"message":…}}\` with the codes of \`footing batch\`: \`not-found\` 404, \`invalid\` and \`unknown-command\` 400, \`exists\`, \`needs-confirming\` and \`nothing-to-undo\` 409, \`stale\` 412, \`too-large\` 413, \`locked\` 423, \`fate-unknown\` 500, \`read-only\` and \`closed\` 503, \`no-space\` 507.

## GET /api/health

\`{"ok":true}\`. Needs no token and says nothing about the notebook.
`

export function apiDocs(): string {
  return `${opening}${apiRoutes.map(section).join('')}`
}

function section({ method, path, about, query, body }: ApiRoute): string {
  return `\n## ${method} ${path}\n\n${about}\n${table('parameter', query)}${table('field of the body', body)}`
}

type Property = { type?: string; minimum?: number; maximum?: number; minLength?: number; maxLength?: number; default?: unknown }

function table(what: string, schema: z.ZodType | undefined): string {
  if (!schema) return ''
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as { properties?: Record<string, Property>; required?: string[] }
  const rows = Object.entries(properties).map(
    ([name, property]) => `| \`${name}\` | ${describe(property)} | ${required.includes(name) ? 'yes' : 'no'} |`,
  )
  return `\n| ${what} | what it is | needed |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function describe({ type = 'anything', minimum, maximum, minLength, maxLength, default: byDefault }: Property): string {
  const facts = [
    type === 'integer' ? 'whole number' : type === 'string' ? 'text' : type,
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `from ${minimum}` : '',
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `to ${maximum}` : '',
    minLength ? 'not empty' : '',
    maxLength ? `at most ${maxLength.toLocaleString('en-GB')} characters` : '',
    byDefault === undefined ? '' : `else \`${JSON.stringify(byDefault)}\``,
  ]
  return facts.filter((fact) => fact !== '').join(', ')
}

if (import.meta.main) writeFileSync(join(projectFolder, 'docs/api.md'), apiDocs())
