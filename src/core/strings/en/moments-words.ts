// Days, times and how long ago: written here and not by the browser, whose first date costs a window more than all of its rows.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

const twoDigits = (number: number) => String(number).padStart(2, '0')

export const momentsWords = {
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  hoursAgo: (hours: number) => `${hours} h ago`,
  yesterday: 'yesterday',
  daysAgo: (days: number) => `${days} days ago`,
  timeOfDay: (hour: number, minute: number) => `${twoDigits(hour)}:${twoDigits(minute)}`,
  /** `month` from 1. */
  day: (day: number, month: number, year: number) => `${day} ${months[month - 1]} ${year}`,
}
