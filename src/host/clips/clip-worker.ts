// Turns clipped HTML into Markdown in a thread: what a page does to a parser, it does here.

import { parentPort, workerData } from 'node:worker_threads'
import { htmlToMarkdown } from '../import/formats/html-to-markdown.ts'

parentPort?.postMessage(htmlToMarkdown((workerData as { html: string }).html))
