// Everybody's seal: the first letter of the name, cut from paper in one of the old colours.

import { el } from './dom.js'

// traditional colours, all dark enough for white letters: 朱 藍 松葉 江戸紫 黄櫨 紅 鉄 煤竹 青磁(dark) 蘇芳
const COLOURS = ['#b8371c', '#2b4c73', '#4c6b46', '#6a4a83', '#9a5a1e', '#b13a5a', '#2f5a57', '#6d5138', '#3d7180', '#7e3846']

export function seal(author) {
  if (author.bot) return el('span.seal.seal-bot', { 'aria-hidden': 'true' }, el('img', { src: '/static/art/mark.svg', alt: '', width: '64', height: '64' }))
  let hash = 7
  for (const char of author.user ?? author.name) hash = (hash * 31 + char.codePointAt(0)) >>> 0
  const letter = [...new Intl.Segmenter().segment(author.name)][0].segment.toUpperCase()
  return el('span.seal', { 'aria-hidden': 'true', style: { '--seal': COLOURS[hash % COLOURS.length], '--tilt': `${(hash % 7) - 3}deg` } }, letter)
}
