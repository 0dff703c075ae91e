// Words and times in the reader's language.

let locale = 'en'
let texts = {}

export function speak(language, words) {
  locale = language
  texts = words
  document.documentElement.lang = language
}

/** A text of the page, `t('edited')` for `web-edited`, with `{name}` filled in. */
export function t(id, params = {}) {
  const text = texts[`web-${id}`] ?? id
  return text.replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole)
}

export const known = (id) => `web-${id}` in texts

const formats = new Map()
function format(date, options) {
  const key = JSON.stringify(options)
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, options))
  return formats.get(key).format(date)
}

export const clock = (seconds) => format(new Date(seconds * 1000), { hour: '2-digit', minute: '2-digit' })
export const exact = (seconds) => format(new Date(seconds * 1000), { dateStyle: 'long', timeStyle: 'short' })
export const dayKey = (seconds) => new Date(seconds * 1000).toDateString()

/** The name of a day: today, yesterday, or its date. */
export function day(seconds) {
  const date = new Date(seconds * 1000)
  const today = new Date()
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  if (date.toDateString() === today.toDateString()) return t('today')
  if (date.toDateString() === yesterday.toDateString()) return t('yesterday')
  const year = date.getFullYear() === today.getFullYear() ? undefined : 'numeric'
  return format(date, { year, month: 'long', day: 'numeric', weekday: 'short' })
}

/** A moment as short as it can be told: the time alone if it is today. */
export function moment(seconds) {
  const today = dayKey(seconds) === dayKey(Date.now() / 1000)
  return today ? clock(seconds) : format(new Date(seconds * 1000), { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
}

/** How long something still takes, in words. */
export function left(seconds) {
  if (seconds >= 90) return t('minutes-left', { minutes: Math.round(seconds / 60) })
  return t('seconds-left', { seconds: Math.max(1, Math.round(seconds)) })
}

/** Seconds as 0:07. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
