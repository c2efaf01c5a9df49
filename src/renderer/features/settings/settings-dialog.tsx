// The settings: how things look, applied and previewed at once, and what this computer remembers.

import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { languages } from '../../../core/strings/languages.ts'
import { languageTag, strings } from '../../strings/strings.ts'
import { figureChecks, firstLook, type Look, lookOf, measures, motions, typefaces, useSettings } from '../../theme/settings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Remembered, type RememberedProps } from './remembered.tsx'
import { SettingRow } from './setting-row.tsx'
import classes from './settings-dialog.module.css'
import { SettingsPreview } from './settings-preview.tsx'
import { TextSize } from './text-size.tsx'

const words = strings.settings

type SettingsDialogProps = { onClose: () => void; onShowClippers: () => void } & RememberedProps

export function SettingsDialog({ onClose, onShowClippers, ...remembered }: SettingsDialogProps) {
  const settings = useSettings()
  const { change } = settings
  return (
    <Dialog title={words.settings} isOpen onClose={onClose} size="lg">
      <div className={classes.rows}>
        <Colours />
        <SettingRow label={words.textSize} hint={words.textSizeHint}>
          <TextSize />
        </SettingRow>
        <SettingRow label={words.measure} hint={words.measureHint}>
          <Choice
            label={words.measure}
            choices={measures}
            names={words.measures}
            value={settings.measure}
            onChange={(measure) => change({ measure })}
          />
        </SettingRow>
        <SettingRow label={words.typeface}>
          <Choice
            label={words.typeface}
            choices={typefaces}
            names={words.typefaces}
            value={settings.typeface}
            onChange={(typeface) => change({ typeface })}
          />
        </SettingRow>
        <SettingRow label={words.motion} hint={words.motionHint}>
          <Choice label={words.motion} choices={motions} names={words.motions} value={settings.motion} onChange={(motion) => change({ motion })} />
        </SettingRow>
        <SettingRow label={strings.checks.setting} hint={strings.checks.settingHint}>
          <Choice
            label={strings.checks.setting}
            choices={figureChecks}
            names={strings.checks.states}
            value={settings.figureChecks}
            onChange={(checks) => change({ figureChecks: checks })}
          />
        </SettingRow>
        <SettingRow label={strings.clippers.setting} hint={strings.clippers.settingHint}>
          <Button size="compact-sm" variant="default" onClick={onShowClippers}>
            {strings.clippers.show}
          </Button>
        </SettingRow>
        <SettingRow label={words.language}>
          <span>{languages.find(({ tag }) => tag === languageTag)?.name}</span>
        </SettingRow>
      </div>
      <SettingsPreview />
      <Remembered {...remembered} />
      <div className={classes.end}>
        <Reset />
        <Button variant="default" onClick={onClose}>
          {strings.app.close}
        </Button>
      </div>
    </Dialog>
  )
}

const schemes = ['light', 'dark', 'auto'] as const
const schemeNames = { light: strings.app.lightTheme, dark: strings.app.darkTheme, auto: strings.app.systemTheme }

function Colours() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SettingRow label={words.colours} hint={words.coloursHint}>
      <Choice label={words.colours} choices={schemes} names={schemeNames} value={colorScheme} onChange={setColorScheme} />
    </SettingRow>
  )
}

type ChoiceProps<Name extends string> = {
  label: string
  choices: readonly Name[]
  names: Readonly<Record<Name, string>>
  value: Name
  onChange: (name: Name) => void
}

function Choice<Name extends string>({ label, choices, names, value, onChange }: ChoiceProps<Name>) {
  return (
    <SegmentedControl
      aria-label={label}
      size="xs"
      transitionDuration={0}
      value={value}
      onChange={(name) => onChange(name as Name)}
      data={choices.map((name) => ({ value: name, label: names[name] }))}
    />
  )
}

/** Everything as it came, colours too; the same button takes that back as long as the dialog is open. */
function Reset() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const settings = useSettings()
  const [before, setBefore] = useState<{ look: Look; scheme: typeof colorScheme }>()
  const isFirst = colorScheme === 'auto' && (Object.keys(firstLook) as (keyof Look)[]).every((name) => settings[name] === firstLook[name])
  if (before && isFirst) {
    const takeBack = () => {
      settings.change(before.look)
      setColorScheme(before.scheme)
      setBefore(undefined)
    }
    return (
      <Button variant="light" onClick={takeBack}>
        {words.resetUndo}
      </Button>
    )
  }
  const reset = () => {
    setBefore({ look: lookOf(settings), scheme: colorScheme })
    settings.change(firstLook)
    setColorScheme('auto')
  }
  return (
    <Button variant="subtle" color="gray" disabled={isFirst} onClick={reset}>
      {words.reset}
    </Button>
  )
}
