// The size of text in steps: smaller, what it is, larger.

import { ActionIcon } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { strings } from '../../strings/strings.ts'
import { stepTextSize, textSizes, useSettings } from '../../theme/settings.ts'
import classes from './settings-dialog.module.css'

const words = strings.settings

export function TextSize() {
  const { textSize, change } = useSettings()
  const smaller = useKeyProps('view.text-smaller', words.smaller)
  const larger = useKeyProps('view.text-larger', words.larger)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend
    <div className={classes.size} role="group" aria-label={words.textSize}>
      <ActionIcon
        variant="default"
        aria-label={words.smaller}
        {...smaller}
        disabled={textSize === textSizes[0]}
        onClick={() => change({ textSize: stepTextSize(textSize, -1) })}
      >
        <IconMinus size={14} />
      </ActionIcon>
      <output className={classes.percent} aria-live="polite">
        {words.percent(textSize)}
      </output>
      <ActionIcon
        variant="default"
        aria-label={words.larger}
        {...larger}
        disabled={textSize === textSizes.at(-1)}
        onClick={() => change({ textSize: stepTextSize(textSize, 1) })}
      >
        <IconPlus size={14} />
      </ActionIcon>
    </div>
  )
}
