// Mantine told of our tokens: its components take colour, type and radius from tokens.css, in light and dark alike.

import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver, type MantineColorsTuple, Menu, Notification } from '@mantine/core'
import { strings } from '../strings/strings.ts'

// Mantine wants ten shades; ours are one accent, so the list only serves its own arithmetic (hover, light variants).
const teal: MantineColorsTuple = ['#e6f3f3', '#d0e6e6', '#a3cecd', '#72b5b3', '#4aa09e', '#2f9391', '#1d8c8a', '#0c7977', '#0f5e63', '#06484b']

export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  // Mantine picks the letters' colour for its own shade of the accent, and would put white on the light accent of the dark theme.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input)
    return input.variant === 'filled' && input.color === 'teal' ? { ...resolved, color: 'var(--accent-ink)' } : resolved
  },
  components: {
    // Said when the screen reader is done with what it says: nothing that happened needs to interrupt it.
    Notification: Notification.extend({ defaultProps: { 'aria-live': 'polite', closeButtonProps: { 'aria-label': strings.app.close } } }),
    // A menu may hold menu items alone: Mantine's placeholder for the first focus is none. It belongs to the landmark that its button stands in.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } }),
  },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

export const toCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  // Mantine's own light variant is nearly black on our dark paper: the first thing to do would be the last to be seen.
  dark: {
    ...shared,
    '--mantine-color-teal-light': 'var(--accent-soft)',
    '--mantine-color-teal-light-hover': 'color-mix(in srgb, var(--accent) 8%, var(--accent-soft))',
    '--mantine-color-teal-light-color': 'var(--accent)',
  },
})

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--dim)',
  // What Mantine writes notifications and grey icons in.
  '--mantine-color-gray-6': 'var(--dim)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--panel)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
}
