// Annotations as Markdown by a template in Mustache (mustache.github.io), so that everybody can have them as their other notes are.

import Mustache from 'mustache'
import { citationText } from '../citation-text.ts'
import { textPiece, writePieces } from '../plain-in-markdown.ts'
import type { AnnotatedSource } from './collect-annotations.ts'
import { footingLink } from './footing-link.ts'
import { placeInText } from './place-in-text.ts'
import type { Exporting } from './write-web-annotations.ts'

/** Double braces give text so escaped that it is shown as it is, triple braces as it stands. */
const defaultTemplate = `{{#sources}}
# {{title}}

{{reference}}

{{#highlights}}
> {{{quoteLines}}}
>
> {{{citation}}} · {{colour}}{{#place}} · {{place}}{{/place}}{{#isAdrift}} · {{state}}{{/isAdrift}} · [open in Footing]({{{link}}})

{{#comment}}
{{{comment}}}

{{/comment}}
{{#hasTags}}
{{#tags}}#{{{tag}}} {{/tags}}

{{/hasTags}}
{{/highlights}}
{{/sources}}
`

/** Throws an Error that names the place where the template is wrong. */
export function writeAnnotationsMarkdown(annotated: readonly AnnotatedSource[], notebook: Exporting, template = defaultTemplate): string {
  const view = {
    notebook: notebook.title,
    sources: annotated.map((each) => viewOf(each, notebook.id)),
  }
  // No partials: a template reads no other file.
  const written = Mustache.render(template, view, {}, { escape: (text: unknown) => escaped(String(text)) })
  return `${written
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function viewOf({ source, highlights, readingText }: AnnotatedSource, notebook: string) {
  const { title, citekey, publisher, published, accessed, url, language, kind } = source
  return {
    title,
    citekey,
    publisher,
    published,
    accessed,
    url,
    language,
    kind,
    doi: source.doi ?? '',
    authors: source.authors.join('; '),
    reference: citationText(source, { isWhole: true }),
    link: footingLink(source.id, notebook),
    highlights: highlights.map(({ id, number, passage, colour, comment, tags, state, text, createdAt, updatedAt }) => ({
      quote: passage.exact,
      quoteLines: quoteLines(passage.exact),
      prefix: passage.prefix,
      suffix: passage.suffix,
      number,
      citation: `[@${citekey}#h${number}]`,
      colour,
      comment,
      tags: tags.map((tag) => ({ tag })),
      hasTags: tags.length > 0,
      state,
      isAdrift: state === 'changed' || state === 'lost',
      place: state === 'lost' ? '' : placeInText(readingText(text), passage),
      link: footingLink(source.id, notebook, id),
      created: createdAt,
      updated: updatedAt,
    })),
  }
}

/** Every line is one of the block quote's, and nothing in it is Markdown; a line that ends within a paragraph ends there for the reader too. */
function quoteLines(quote: string): string {
  const lines = quote.split(/\r\n|\r|\n/)
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''
  return lines.map((line, position) => (isBlank(line) ? '' : `${escaped(line.trim())}${isBlank(lines[position + 1]) ? '' : '\\'}`)).join('\n> ')
}

function escaped(text: string): string {
  return text.trim() === '' ? text : writePieces([textPiece(text)])
}
