// Prints the starter's report and one of its insights: what same-bytes.test.ts runs under several settings of the machine.

import { exportMarkdown } from '../../../src/core/export/export-markdown.ts'
import { starterNotebook } from './starter-notebook.ts'

const { tables } = await starterNotebook()
process.stdout.write(exportMarkdown(tables, { report: 'report:openai-bet' }).markdown)
process.stdout.write(exportMarkdown(tables, { insights: ['insight:chinese-risk'] }).markdown)
process.stderr.write(`${new Date(0).getTimezoneOffset()} ${Intl.DateTimeFormat().resolvedOptions().locale}`)
