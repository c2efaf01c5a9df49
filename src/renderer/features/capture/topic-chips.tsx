// Topics to switch on and off: those that fit first, the others behind them, and a field for a new one.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { strings } from '../../strings/strings.ts'
import classes from './capture-dialog.module.css'

type TopicChipsProps = { known: readonly string[]; chosen: readonly string[]; onChange: (topic: string, isOn: boolean) => void }

const shownTopics = 8
const longestTopic = 200

export function TopicChips({ known, chosen, onChange }: TopicChipsProps) {
  const [text, setText] = useState('')
  const others = known.filter((topic) => !chosen.includes(topic)).slice(0, Math.max(0, shownTopics - chosen.length))
  const name = text.trim()
  const add = () => {
    if (name !== '') onChange(name, true)
    setText('')
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend
    <div className={classes.topics} role="group" aria-label={strings.capture.topics}>
      {[...chosen, ...others].map((topic) => (
        <button
          key={topic}
          type="button"
          className={classes.topic}
          aria-pressed={chosen.includes(topic)}
          onClick={() => onChange(topic, !chosen.includes(topic))}
        >
          <span aria-hidden="true">{chosen.includes(topic) ? '✓' : '+'}</span> {topic}
        </button>
      ))}
      <input
        type="text"
        className={classes.newTopic}
        aria-label={strings.capture.newTopic}
        placeholder={strings.capture.newTopic}
        maxLength={longestTopic}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || event.keyCode === 229) return
          event.preventDefault()
          add()
        }}
      />
      {name !== '' && (
        <Button size="compact-xs" variant="light" onClick={add}>
          {strings.capture.addTopic}
        </Button>
      )}
    </div>
  )
}
