// The first page of an empty notebook: what the three things in it are for, the first step to each, and an example for whoever would rather look.

import { Button } from '@mantine/core'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import classes from './start-here.module.css'

const { start } = strings

export function StartHere() {
  const client = useClient()
  const send = useSend()
  const bringStarter = async () => {
    const starter = await client.ask('starter.read', {})
    if (starter.ok) await send('starter.reset', starter.value.content, { undoMessage: start.starterIsHere })
  }
  return (
    <section className={classes.start} aria-labelledby="start-here">
      <h3 id="start-here" className={classes.title}>
        {start.title}
      </h3>
      <p className={classes.text}>{start.text}</p>
      <ol className={classes.steps}>
        <li>
          <h4>{strings.app.source}</h4>
          <p>{start.steps.source}</p>
          <ActionButton action="source.new" label={start.firstSource} />
        </li>
        <li>
          <h4>{strings.app.insight}</h4>
          <p>{start.steps.insight}</p>
          <ActionButton action="insight.new" label={start.firstInsight} variant="default" />
        </li>
        <li>
          <h4>{strings.app.report}</h4>
          <p>{start.steps.report}</p>
          <ActionButton action="view.reports" variant="default" />
        </li>
      </ol>
      <div className={classes.example}>
        <Button size="compact-md" variant="subtle" onClick={() => void bringStarter()}>
          {start.starter}
        </Button>
        <p>{start.starterHint}</p>
      </div>
    </section>
  )
}
