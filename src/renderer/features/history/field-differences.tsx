// What two versions differ in, field by field: short values in words, lists as what came and what went, texts as prose.

import type { FieldDifference } from '../../../core/history/diff-records.ts'
import { strings } from '../../strings/strings.ts'
import prose from '../../ui/difference-prose.module.css'
import { type DifferenceLook, DifferenceProse } from '../../ui/difference-prose.tsx'
import { fieldName } from './describe-version.ts'
import classes from './versions.module.css'

const words = strings.history

export function FieldDifferences({ fields, look }: { fields: readonly FieldDifference[]; look: DifferenceLook }) {
  const facts = fields.filter((field) => field.kind !== 'prose')
  const texts = fields.filter((field) => field.kind === 'prose')
  return (
    <>
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map((fact) => (
            <div key={fact.field} className={classes.fact}>
              <dt>{fieldName(fact.field)}</dt>
              <dd>{fact.kind === 'list' ? <ListDifference {...fact} /> : <ValueDifference {...fact} />}</dd>
            </div>
          ))}
        </dl>
      )}
      {texts.map(({ field, blocks }) => (
        <section key={field} className={classes.text} aria-label={fieldName(field)}>
          {(texts.length > 1 || facts.length > 0) && blocks.length > 0 && <h3 className={classes.field}>{fieldName(field)}</h3>}
          <DifferenceProse key={look} blocks={blocks} look={look} />
        </section>
      ))}
    </>
  )
}

function ValueDifference({ field, before, after }: Extract<FieldDifference, { kind: 'value' }>) {
  return (
    <>
      {before !== undefined && <Gone>{inWords(field, before)}</Gone>}
      {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
      {after !== undefined && <Added>{inWords(field, after)}</Added>}
      {before !== undefined && after === undefined && <span className={classes.note}> → {words.nothingThere}</span>}
    </>
  )
}

function ListDifference({ field, gone, kept, added }: Extract<FieldDifference, { kind: 'list' }>) {
  return (
    <span className={classes.items}>
      {kept.map((item) => (
        <span key={item} className={classes.item}>
          {inWords(field, item)}
        </span>
      ))}
      {gone.map((item) => (
        <Gone key={item}>{inWords(field, item)}</Gone>
      ))}
      {added.map((item) => (
        <Added key={item}>{inWords(field, item)}</Added>
      ))}
    </span>
  )
}

function Gone({ children }: { children: string }) {
  return (
    <del className={`${prose.gone} ${classes.item}`}>
      <span className="visually-hidden">{words.removedStart}</span>
      {children}
    </del>
  )
}

function Added({ children }: { children: string }) {
  return (
    <ins className={`${prose.new} ${classes.item}`}>
      <span className="visually-hidden">{words.addedStart}</span>
      {children}
    </ins>
  )
}

/** Values that the window has words for are said in those. */
function inWords(field: string, value: string): string {
  const { statuses, kinds, confidences } = strings.insights
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: statuses,
    kind: kinds,
    confidence: confidences,
    stance: { supports: strings.app.supports, contradicts: strings.app.contradicts, context: strings.app.context },
    colour: strings.reader.colours,
  }
  return known[field]?.[value] ?? value
}
